import { acceptRisk, listAcceptances, withdrawAcceptance } from '@sinew/contract/acceptance/acceptance-contract.ts'
import type { Client } from '@sinew/contract/client.ts'
import { approveMethodology, createMethodologyDraft } from '@sinew/contract/methodology/methodology-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import {
  createRisk,
  deleteRisk,
  estimateRisk,
  getRisk,
  moveRisk,
  type RiskDetail,
  updateRisk,
} from '@sinew/contract/risk/risk-contract.ts'
import { engineVersion } from '@sinew/core/loss/engine-version.ts'
import { addMonths } from '@sinew/core/time/calendar.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let manager: Client
let contributor: Client
const people = new Map<string, string>()
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  manager = await ours.clientAs('manager')
  contributor = await ours.clientAs('contributor')
  const { items } = await ours.client.call(listPeople, { params: { organizationId: ours.organizationId } })
  for (const person of items) people.set(person.name, person.id)
})

const small = { low: 10_000, high: 100_000 }
const medium = { low: 600_000, high: 2_000_000 }
const large = { low: 6_000_000, high: 20_000_000 }
const enormous = { low: 300_000_000, high: 900_000_000 }
const at = (risk: { readonly id: string }) => ({ organizationId: ours.organizationId, riskId: risk.id })

/** Assessed by the manager, retained, owned by the person of that name. */
async function retained(lossMinor: { low: number; high: number }, ownerName: string, assessor = manager) {
  const params = { organizationId: ours.organizationId }
  const risk = await manager.call(createRisk, {
    params,
    body: { title: `Owned by ${ownerName}`, ownerId: people.get(ownerName) ?? null, treatment: 'retain' },
  })
  const estimated = await assessor.call(estimateRisk, {
    params: at(risk),
    ifMatch: 1,
    body: {
      frequency: lossMinor === enormous ? { low: 2, high: 5 } : { low: 0.4, high: 0.9 },
      lossMinor,
      note: 'As seen last year',
    },
  })
  const assessed = await move(estimated, 'assessed')
  return move(assessed, 'treated')
}

function move(risk: RiskDetail, to: 'assessed' | 'treated' | 'closed', reason = ''): Promise<RiskDetail> {
  return manager.call(moveRisk, { params: at(risk), ifMatch: risk.version, body: { to, reason } })
}

const accept = (client: Client, risk: RiskDetail, more: { expiresAt?: string; seenProvenLossMinor?: number } = {}) =>
  client.call(acceptRisk, { params: at(risk), ifMatch: risk.version, body: { rationale: 'Cheaper to bear', ...more } })

const refusedWith = (...codes: readonly string[]) => ({
  status: 409,
  problem: { refusals: codes.map((code) => ({ code })) },
})

describe('accepting a risk', () => {
  it('is done by its owner, pinned to what was decided on, for as long as the methodology allows', async () => {
    const risk = await retained(medium, 'Someone contributor')
    const acceptance = await accept(contributor, risk)
    expect(acceptance).toMatchObject({
      status: 'valid',
      acceptedByName: 'Someone contributor',
      rationale: 'Cheaper to bear',
      endedAt: null,
      endReasons: [],
      pinned: {
        level: 'medium',
        methodologyVersion: 1,
        ownerName: 'Someone contributor',
        treatment: 'retain',
        riskVersion: risk.version,
        controls: [],
      },
    })
    expect(acceptance.pinned.provenLossMinor).toBeGreaterThan(0)
    expect(acceptance.pinned.engineVersion).toBe(engineVersion)
    const { exceededMinor } = acceptance.pinned.year ?? { exceededMinor: null }
    expect(exceededMinor?.[100]).toBeGreaterThan(exceededMinor?.[20] ?? Number.POSITIVE_INFINITY)
    expect(acceptance.pinned.provenLossMinor).toBe(acceptance.pinned.inherentLossMinor)
    expect(Date.parse(acceptance.expiresAt)).toBe(addMonths(Date.parse(acceptance.acceptedAt), 12))
    const shown = await ours.client.call(getRisk, { params: at(risk) })
    expect(shown).toMatchObject({ status: 'accepted', acceptance: { id: acceptance.id, status: 'valid' } })
  })

  it.each([
    ['somebody else', () => ours.client, medium, 'Someone contributor', ['acceptance-not-owner']],
    ['the assessor above low', () => manager, medium, 'Someone manager', ['acceptance-by-assessor']],
    [
      'an owner not entitled to the level',
      () => contributor,
      large,
      'Someone contributor',
      ['acceptance-not-entitled'],
    ],
    ['anybody, at a level nobody may accept', () => ours.client, enormous, 'Olga Owner', ['acceptance-never']],
  ] as const)('is refused to %s', async (_who, client, loss, owner, codes) => {
    const risk = await retained(loss, owner)
    await expect(accept(client(), risk)).rejects.toMatchObject(refusedWith(...codes))
    expect((await ours.client.call(getRisk, { params: at(risk) })).status).toBe('treated')
  })

  it('is allowed to the assessor of a low risk, and to top management at a high one', async () => {
    expect(await accept(manager, await retained(small, 'Someone manager'))).toMatchObject({ pinned: { level: 'low' } })
    expect(await accept(ours.client, await retained(large, 'Olga Owner'))).toMatchObject({ pinned: { level: 'high' } })
  })

  it('ends: not in the past, and not later than allowed', async () => {
    const risk = await retained(medium, 'Someone contributor')
    const past = new Date(Date.now() - 1_000).toISOString()
    await expect(accept(contributor, risk, { expiresAt: past })).rejects.toMatchObject(
      refusedWith('acceptance-expired'),
    )
    const far = new Date(Date.now() + 500 * 86_400_000).toISOString()
    await expect(accept(contributor, risk, { expiresAt: far })).rejects.toMatchObject(
      refusedWith('acceptance-too-long'),
    )
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString()
    expect((await accept(contributor, risk, { expiresAt: soon })).expiresAt).toBe(soon)
  })

  it('comes after the treatment is decided, with a reason, on the newest version, of what was seen', async () => {
    const params = { organizationId: ours.organizationId }
    const draft = await manager.call(createRisk, {
      params,
      body: { title: 'Draft', ownerId: people.get('Someone contributor') ?? null },
    })
    await expect(accept(contributor, draft)).rejects.toMatchObject(refusedWith('acceptance-not-estimated'))
    const risk = await retained(medium, 'Someone contributor')
    await expect(accept(contributor, { ...risk, version: 1 })).rejects.toMatchObject({ status: 412 })
    const blank = contributor.call(acceptRisk, { params: at(risk), ifMatch: risk.version, body: { rationale: ' ' } })
    await expect(blank).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'rationale' }] } })
    const unseen = accept(contributor, risk, { seenProvenLossMinor: 100 })
    await expect(unseen).rejects.toMatchObject(refusedWith('acceptance-not-seen'))
  })

  it('is renewed by accepting again, and its record is not removed', async () => {
    const risk = await retained(medium, 'Someone contributor')
    const first = await accept(contributor, risk)
    const shown = await ours.client.call(getRisk, { params: at(risk) })
    const second = await accept(contributor, shown)
    const { items } = await ours.client.call(listAcceptances, { params: at(risk) })
    expect(items).toMatchObject([
      { id: second.id, status: 'valid' },
      { id: first.id, status: 'renewed', endReasons: [{ code: 'renewed' }] },
    ])
    const now = await ours.client.call(getRisk, { params: at(risk) })
    const removal = ours.client.call(deleteRisk, { params: at(risk), ifMatch: now.version, query: { reason: 'Away' } })
    await expect(removal).rejects.toMatchObject(refusedWith('risk-was-accepted'))
  })
})

describe('an acceptance', () => {
  it('is taken back by whoever gave it or a manager, for a reason', async () => {
    const risk = await retained(medium, 'Someone contributor')
    const acceptance = await accept(contributor, risk)
    const params = { organizationId: ours.organizationId, acceptanceId: acceptance.id }
    const body = { reason: 'A competitor was hit' }
    const stranger = await ours.clientAs('contributor')
    const other = stranger.call(withdrawAcceptance, { params, ifMatch: 1, body })
    await expect(other).rejects.toMatchObject(refusedWith('acceptance-not-yours'))
    const silent = contributor.call(withdrawAcceptance, { params, ifMatch: 1, body: { reason: '' } })
    await expect(silent).rejects.toMatchObject({ status: 422 })
    await expect(contributor.call(withdrawAcceptance, { params, ifMatch: 9, body })).rejects.toMatchObject({
      status: 412,
    })
    const ended = await contributor.call(withdrawAcceptance, { params, ifMatch: 1, body })
    expect(ended).toMatchObject({
      status: 'withdrawn',
      endReasons: [{ code: 'withdrawn', message: 'Someone contributor took it back: A competitor was hit' }],
    })
    expect((await ours.client.call(getRisk, { params: at(risk) })).status).toBe('treated')
    const twice = contributor.call(withdrawAcceptance, { params, ifMatch: ended.version, body })
    await expect(twice).rejects.toMatchObject(refusedWith('acceptance-not-valid'))
  })

  it('ends when the risk is taken up again by hand', async () => {
    const risk = await retained(medium, 'Someone contributor')
    await accept(contributor, risk)
    const accepted = await ours.client.call(getRisk, { params: at(risk) })
    const again = await move(accepted, 'assessed', 'New product')
    expect(again.acceptances).toMatchObject([{ status: 'withdrawn', endReasons: [{ code: 'taken_up' }] }])
    expect(again.acceptances[0]?.endReasons[0]?.message).toContain('New product')
  })

  it('reopens by itself, and says why: a larger loss, another owner, another methodology', async () => {
    const grown = await retained(medium, 'Someone contributor')
    const passed = await retained(medium, 'Someone contributor')
    for (const risk of [grown, passed]) await accept(contributor, risk)
    await recompute(server.services, ours.organizationId)
    const grownNow = await ours.client.call(getRisk, { params: at(grown) })
    await manager.call(estimateRisk, {
      params: at(grown),
      ifMatch: grownNow.version,
      body: { frequency: { low: 2, high: 5 }, lossMinor: medium, note: 'It happened three times' },
    })
    const passedNow = await ours.client.call(getRisk, { params: at(passed) })
    await manager.call(updateRisk, {
      params: at(passed),
      ifMatch: passedNow.version,
      body: { ownerId: people.get('Olga Owner') ?? null },
    })
    await recompute(server.services, ours.organizationId)
    const reasons = async (risk: RiskDetail) => {
      const { status, acceptances } = await ours.client.call(getRisk, { params: at(risk) })
      return [status, acceptances[0]?.status, acceptances[0]?.endReasons.map(({ code }) => code)]
    }
    expect(await reasons(grown)).toEqual(['treated', 'reopened', expect.arrayContaining(['loss_grew'])])
    expect(await reasons(passed)).toEqual(['treated', 'reopened', ['owner_changed']])

    const kept = await retained(medium, 'Someone contributor')
    await accept(contributor, kept)
    const params = { organizationId: ours.organizationId }
    const draft = await manager.call(createMethodologyDraft, { params, body: {} })
    await ours.client.call(approveMethodology, { params: { ...params, methodologyId: draft.id }, ifMatch: 1 })
    await recompute(server.services, ours.organizationId)
    expect(await reasons(kept)).toEqual(['treated', 'reopened', ['methodology_changed']])
  })

  it('is seen in its organisation only, and given by nobody who only reads', async () => {
    const risk = await retained(small, 'Someone manager')
    const acceptance = await accept(manager, risk)
    const theirs = await server.createOrganization('Theirs')
    const mixed = { organizationId: theirs.organizationId, riskId: risk.id }
    await expect(theirs.client.call(listAcceptances, { params: mixed })).rejects.toMatchObject({ status: 404 })
    const foreign = theirs.client.call(withdrawAcceptance, {
      params: { organizationId: theirs.organizationId, acceptanceId: acceptance.id },
      ifMatch: 1,
      body: { reason: 'Not mine' },
    })
    await expect(foreign).rejects.toMatchObject({ status: 404 })
    const auditor = await ours.clientAs('auditor')
    expect((await auditor.call(listAcceptances, { params: at(risk) })).items).toHaveLength(1)
    await expect(accept(auditor, risk)).rejects.toMatchObject({ status: 403 })
  })
})
