import type { Client } from '@sinew/contract/client.ts'
import {
  askForEstimates,
  getEstimateAnchors,
  giveEstimate,
  listEstimates,
  listMyEstimateRequests,
  passEstimate,
  withdrawEstimate,
  withdrawEstimateRequest,
} from '@sinew/contract/estimate/estimate-contract.ts'
import { exportLedger, listDeleted, listHistory, listLedger, restore } from '@sinew/contract/ledger/ledger-contract.ts'
import { listMembers } from '@sinew/contract/member/member-contract.ts'
import { createPerson, listPeople, updatePerson } from '@sinew/contract/person/person-contract.ts'
import { createRisk, deleteRisk, getRisk, moveRisk } from '@sinew/contract/risk/risk-contract.ts'
import { createRisksFromThreats } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../db/identity.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function scene() {
  const ours: TestOrganization = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  const risk = await ours.client.call(createRisk, { params, body: { title: 'A laptop is stolen', treatment: 'avoid' } })
  const one = { ...params, riskId: risk.id }
  const give = (client: Client, low: number, note = 'as seen') =>
    client.call(giveEstimate, {
      params: one,
      body: { frequency: { low, high: low * 10 }, lossMinor: { low: 100_000, high: 1_000_000 * low }, note },
    })
  const personOf = async (role: Role) => {
    const people = await ours.client.call(listPeople, { params, query: { q: `Someone ${role}` } })
    return people.items[0]?.id ?? ''
  }
  return { ...ours, params, one, give, personOf }
}

const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })

describe('estimates of one risk by several people', () => {
  it('are hidden until the reader gave their own, then shown with their pool', async () => {
    const { client, clientAs, one, give } = await scene()
    const manager = await clientAs('manager')
    const contributor = await clientAs('contributor')
    await give(manager, 1, 'two in 2024')
    const blind = await client.call(listEstimates, { params: one })
    expect(blind).toMatchObject({
      mayLook: false,
      estimates: [{ personName: 'Someone manager', frequency: null, lossMinor: null, note: '', isYou: false }],
      pools: [],
      disagreement: null,
    })
    const mine = await give(client, 1)
    expect(mine).toMatchObject({
      mayLook: true,
      estimates: [
        { personName: 'Someone manager', frequency: { low: 1, high: 10 }, note: 'two in 2024', afterSeeing: false },
        { personName: 'Olga Owner', isYou: true, afterSeeing: false, calibration: { answered: 0, hits: 0 } },
      ],
      disagreement: { frequency: { kind: 'close' } },
    })
    expect(mine.pools.map(({ method, weighting }) => `${method} ${weighting}`)).toEqual([
      'mixture equal',
      'averaged equal',
      'mixture calibration',
      'averaged calibration',
    ])
    expect(mine.pools[0]).toMatchObject({
      frequency: { low: 1, high: 10 },
      lossMinor: { low: 100_000, high: 1_000_000 },
      basis: expect.stringContaining('Someone manager 50 %, Olga Owner 50 %'),
    })
    // A contributor sees neither how others did on questions nor weights that would tell.
    const theirs = await give(contributor, 50)
    expect(theirs.pools.map(({ weighting }) => weighting)).toEqual(['equal', 'equal'])
    expect(theirs.estimates.map(({ calibration }) => calibration)).toEqual([null, null, { answered: 0, hits: 0 }])
    expect(theirs.disagreement?.frequency).toMatchObject({
      kind: 'apart',
      sentence: expect.stringContaining('Someone contributor (50 times a year to 500 times a year)'),
    })
  })

  it('are marked when they were given or changed after looking; passing and taking back are looking too', async () => {
    const { client, clientAs, one, give } = await scene()
    const manager = await clientAs('manager')
    const contributor = await clientAs('contributor')
    await give(manager, 1)
    const passed = await client.call(passEstimate, { params: one, body: { note: 'I only lead' } })
    expect(passed).toMatchObject({
      mayLook: true,
      estimates: [{ frequency: { low: 1 } }, { status: 'passed', frequency: null }],
    })
    expect((await give(client, 2)).estimates.find(({ isYou }) => isYou)).toMatchObject({
      status: 'given',
      afterSeeing: true,
    })
    await expect(client.call(passEstimate, { params: one, body: {} })).rejects.toMatchObject(refused('already-given'))

    expect((await give(contributor, 3)).estimates.find(({ isYou }) => isYou)).toMatchObject({ afterSeeing: false })
    expect((await give(contributor, 2)).estimates.find(({ isYou }) => isYou)).toMatchObject({ afterSeeing: true })
    const back = await contributor.call(withdrawEstimate, { params: one })
    expect(back).toMatchObject({ mayLook: false })
    expect(back.estimates.find(({ isYou }) => isYou)).toMatchObject({ status: 'withdrawn', frequency: null, note: '' })
    await expect(contributor.call(withdrawEstimate, { params: one })).rejects.toMatchObject(
      refused('nothing-to-withdraw'),
    )
    expect((await give(contributor, 9)).estimates.find(({ isYou }) => isYou)).toMatchObject({ afterSeeing: true })
  })

  it('are shown to readers who can give none, and as of a past instant', async () => {
    const { client, clientAs, one, give } = await scene()
    await pause()
    const before = new Date().toISOString()
    await pause()
    await give(client, 1)
    const auditor = await clientAs('auditor')
    expect(await auditor.call(listEstimates, { params: one })).toMatchObject({
      mayLook: true,
      estimates: [{ frequency: { low: 1 } }],
    })
    expect(await client.call(listEstimates, { params: one, query: { asOf: before } })).toMatchObject({ estimates: [] })
    await expect(give(auditor, 1)).rejects.toMatchObject({ status: 403 })
  })

  it('do not leak through history, audit trail or its export', async () => {
    const { client, clientAs, params, one, give } = await scene()
    await give(client, 1, 'a telling note')
    const manager = await clientAs('manager')
    const history = () => manager.call(listHistory, { params: { ...params, entity: 'risk', entityId: one.riskId } })
    const fieldsOf = async () =>
      (await history()).items.find(({ entity }) => entity === 'risk_estimate')?.changes.map(({ field }) => field) ?? []
    expect(await fieldsOf()).toEqual(expect.arrayContaining(['status', 'given_at']))
    expect(await fieldsOf()).not.toEqual(expect.arrayContaining(['frequency_low']))
    const trail = await manager.call(listLedger, { params, query: { entity: 'risk_estimate' } })
    expect(trail.items).toHaveLength(1)
    expect(JSON.stringify(trail)).not.toMatch(/frequency|loss_|telling/)
    const file = await (await manager.download(exportLedger, { params, query: { entity: 'risk_estimate' } })).text()
    expect(file).toContain('Olga Owner')
    expect(file).not.toMatch(/Frequency|telling/)
    await give(manager, 2)
    expect(await fieldsOf()).toEqual(expect.arrayContaining(['frequency_low', 'loss_high_minor', 'note']))
  })

  it('need figures that can be, a person behind the account, and a risk that is open', async () => {
    const { client, params, one, give } = await scene()
    const body = { frequency: { low: 1, high: 2 }, lossMinor: { low: 1, high: 2 } }
    const bad = (change: object) =>
      expect(client.call(giveEstimate, { params: one, body: { ...body, ...change } })).rejects
    await bad({ frequency: { low: 2, high: 1 } }).toMatchObject({ status: 422 })
    await bad({ frequency: { low: 0, high: 1 } }).toMatchObject({ status: 422 })
    await bad({ lossMinor: { low: 1, high: 1_000_001 } }).toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'lossMinor' }] },
    })
    await bad({ note: 'x'.repeat(5_001) }).toMatchObject({ status: 422 })
    await expect(client.call(giveEstimate, { params: { ...one, riskId: newId() }, body })).rejects.toMatchObject({
      status: 404,
    })
    const owner = (await client.call(listPeople, { params, query: { q: 'Olga' } })).items[0]
    const unlink = { ...params, personId: owner?.id ?? '' }
    const unlinked = await client.call(updatePerson, {
      params: unlink,
      ifMatch: owner?.version ?? 0,
      body: { memberId: null },
    })
    await expect(give(client, 1)).rejects.toMatchObject(refused('estimator-unknown'))
    const [member] = (await client.call(listMembers, { params })).items
    await client.call(updatePerson, {
      params: unlink,
      ifMatch: unlinked.version,
      body: { memberId: member?.id ?? null },
    })
    await give(client, 1)

    const { version } = await client.call(getRisk, { params: one })
    await client.call(moveRisk, { params: one, ifMatch: version, body: { to: 'closed', reason: 'Sold' } })
    await expect(give(client, 1)).rejects.toMatchObject(refused('risk-closed'))

    const other = await scene()
    await expect(other.client.call(listEstimates, { params: one })).rejects.toMatchObject({ status: 404 })
    await expect(
      other.client.call(giveEstimate, { params: { ...other.params, riskId: one.riskId }, body }),
    ).rejects.toMatchObject({ status: 404 })
    expect(params.organizationId).not.toBe(other.organizationId)
  })

  it('come and go with the risk', async () => {
    const { client, one, give, params } = await scene()
    await give(client, 1)
    const { version } = await client.call(getRisk, { params: one })
    await client.call(deleteRisk, { params: one, ifMatch: version, query: { reason: 'Twice' } })
    const { items } = await client.call(listDeleted, { params })
    await client.call(restore, { params, body: { deletionId: items[0]?.deletionId ?? '', reason: 'Was right' } })
    expect(await client.call(listEstimates, { params: one })).toMatchObject({
      estimates: [{ isYou: true, frequency: { low: 1 } }],
    })
  })
})

describe('asking for estimates', () => {
  it('shows on the risk and to the person until they answer, and again when asked again', async () => {
    const { client, clientAs, params, one, give, personOf } = await scene()
    const manager = await clientAs('manager')
    const personId = await personOf('manager')
    const ask = () =>
      client.call(askForEstimates, { params: one, body: { personIds: [personId], message: 'By Friday' } })
    expect(await ask()).toMatchObject({
      requests: [{ personName: 'Someone manager', askedByName: 'Olga Owner', message: 'By Friday', isOpen: true }],
    })
    const open = async () => (await manager.call(listMyEstimateRequests, { params })).items
    expect(await open()).toMatchObject([{ riskId: one.riskId, riskTitle: 'A laptop is stolen', message: 'By Friday' }])
    expect((await client.call(listMyEstimateRequests, { params })).items).toEqual([])
    expect(await give(manager, 1)).toMatchObject({ requests: [{ isYou: true, isOpen: false }] })
    expect(await open()).toEqual([])
    await ask()
    expect(await open()).toHaveLength(1)
    await manager.call(passEstimate, { params: one, body: {} }).catch(() => null)
    const { requests } = await client.call(listEstimates, { params: one })
    const gone = { ...one, estimateRequestId: requests[0]?.id ?? '' }
    expect(await client.call(withdrawEstimateRequest, { params: gone })).toMatchObject({ requests: [] })
    await expect(client.call(withdrawEstimateRequest, { params: gone })).rejects.toMatchObject({ status: 404 })
    expect(await open()).toEqual([])
  })

  it('is of people who can answer: all or none', async () => {
    const { client, clientAs, params, one, personOf } = await scene()
    await clientAs('reader')
    await clientAs('manager')
    const stranger = await client.call(createPerson, { params, body: { name: 'No Account' } })
    const ask = (...personIds: string[]) => client.call(askForEstimates, { params: one, body: { personIds } })
    await expect(ask(stranger.id)).rejects.toMatchObject(refused('asked-cannot-sign-in'))
    await expect(ask(await personOf('manager'), await personOf('reader'))).rejects.toMatchObject(
      refused('asked-may-not-estimate'),
    )
    await expect(ask(newId())).rejects.toMatchObject({ status: 404 })
    await expect(ask()).rejects.toMatchObject({ status: 422 })
    expect(await client.call(listEstimates, { params: one })).toMatchObject({ requests: [] })
    const reader = await clientAs('reader')
    await expect(
      reader.call(askForEstimates, { params: one, body: { personIds: [stranger.id] } }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('anchors', () => {
  it('are those of the organisation’s sector and size, and of the scenario', async () => {
    const { client, params, one } = await scene()
    const own = await client.call(getEstimateAnchors, { params: one })
    expect(own.anchors?.losses.map(({ id }) => id)).toEqual(['size', 'sector'])
    expect(own.anchors?.revenue).toEqual({ minor: 500_000_000, known: '(as given)' })
    const { items } = await client.call(createRisksFromThreats, {
      params,
      body: { threatIds: ['T-ransomware-phishing'] },
    })
    const proposed = await client.call(getEstimateAnchors, { params: { ...params, riskId: items[0]?.id ?? '' } })
    expect(proposed.anchors?.losses.map(({ id }) => id)).toEqual(['size', 'event', 'sector'])
    expect(proposed.anchors?.frequencies[0]).toMatchObject({ id: 'scenario', range: { low: expect.any(Number) } })
    await expect(client.call(getEstimateAnchors, { params: { ...params, riskId: newId() } })).rejects.toMatchObject({
      status: 404,
    })
  })
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
