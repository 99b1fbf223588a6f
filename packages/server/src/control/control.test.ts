import {
  changeControls,
  createControl,
  deleteControl,
  exportControls,
  getControl,
  listControls,
  updateControl,
} from '@sinew/contract/control/control-contract.ts'
import { getControlWorth } from '@sinew/contract/control/control-worth-contract.ts'
import { createEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { listHistory } from '@sinew/contract/ledger/ledger-contract.ts'
import { createRisk, estimateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import { annexAControls } from '@sinew/core/catalogue/annex-a.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let params: { organizationId: string }
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  params = { organizationId: ours.organizationId }
})

async function findByRef(ref: string) {
  const { items } = await ours.client.call(listControls, { params, query: { q: ref, pageSize: 200 } })
  const found = items.find((control) => control.ref === ref)
  if (!found) throw new Error(`No control ${ref}`)
  return found
}

describe('the controls of a new organisation', () => {
  it('are the 93 of Annex A in order, nothing claimed, nothing proven', async () => {
    const fresh = await server.createOrganization()
    const of = { organizationId: fresh.organizationId }
    const list = await fresh.client.call(listControls, { params: of, query: { pageSize: 200 } })
    expect(list.total).toBe(93)
    expect(list.items.map((control) => control.ref)).toEqual(annexAControls.map((control) => control.id))
    expect(list.items.every((control) => control.proof === 'unproven' && control.assurance === 0)).toBe(true)
    expect(list.items.every((control) => control.implementation === 'not_started' && control.needCount > 0)).toBe(true)
  })

  it('say what they are, what would prove them and how they stand', async () => {
    const backup = await findByRef('A.8.13')
    const control = await ours.client.call(getControl, { params: { ...params, controlId: backup.id } })
    expect(control).toMatchObject({ ref: 'A.8.13', title: 'Information backup', claimedShare: 0, assurance: 0 })
    expect(control.purpose.length).toBeGreaterThan(10)
    expect(control.guidance.length).toBeGreaterThan(10)
    expect(control.attributes?.controlType).toContain('Corrective')
    expect(control.needs.map((need) => [need.title, need.cadenceDays, need.weight, need.nature])).toEqual([
      ['Backup policy with scope, frequency and retention', 365, 0.5, 'design'],
      ['Backup job reports with failures handled', 30, 1, 'operation'],
      ['Restore test with result and time', 180, 1, 'operation'],
    ])
    for (const need of control.needs) {
      expect(need).toMatchObject({ newest: null, standing: { proof: 'unproven', reason: 'missing', share: 0 } })
    }
  })
})

describe('the list', () => {
  it('filters by theme, attributes, words and what is claimed', async () => {
    const total = async (query: Parameters<typeof ours.client.call<typeof listControls>>[1]) =>
      (await ours.client.call(listControls, { params, ...query })).total
    expect(await total({ query: { theme: 'people' } })).toBe(8)
    expect(await total({ query: { theme: ['people', 'physical'] } })).toBe(22)
    const detective = annexAControls.filter((control) => control.attributes.controlType.includes('Detective'))
    expect(await total({ query: { controlType: 'Detective', source: 'annex_a' } })).toBe(detective.length)
    const both = detective.filter((control) => control.attributes.capabilities.includes('Continuity'))
    expect(await total({ query: { controlType: 'Detective', capability: 'Continuity' } })).toBe(both.length)
    expect(await total({ query: { domain: 'Nowhere' } })).toBe(0)
    expect(await total({ query: { q: '8.13' } })).toBe(1)
    expect(await total({ query: { q: '%' } })).toBe(0)
    expect(await total({ query: { proof: ['proven', 'stale'] } })).toBe(0)
    expect(await total({ query: { freshness: 'missing', applicable: true } })).toBe(93)
  })

  it('sorts by every key and pages without losing anything', async () => {
    const sorts = [
      'title',
      '-implementation',
      'assurance',
      'proof',
      'owner',
      '-gap',
      'nextDueAt',
      'cost',
      '-worth',
      'return',
    ]
    for (const sort of sorts as readonly 'title'[]) {
      const seen = new Set<string>()
      for (const page of [1, 2, 3]) {
        const { items } = await ours.client.call(listControls, { params, query: { sort, page, pageSize: 40 } })
        for (const item of items) seen.add(item.id)
      }
      expect(seen.size).toBeGreaterThanOrEqual(93)
    }
    await expect(ours.client.call(listControls, { params, query: { sort: 'secret' as 'ref' } })).rejects.toMatchObject({
      status: 400,
    })
  })
})

describe('a control', () => {
  it('is claimed to be implemented, in words and by whom, and keeps what it is', async () => {
    const control = await findByRef('A.5.1')
    const one = { ...params, controlId: control.id }
    const changed = await ours.client.call(updateControl, {
      params: one,
      ifMatch: control.version,
      body: { implementation: 'partly', partlyShare: 0.4, description: 'Signed by the board.', remarks: 'See wiki' },
    })
    expect(changed).toMatchObject({ claimedShare: 0.4, assurance: 0, proof: 'unproven', remarks: 'See wiki' })
    await expect(
      ours.client.call(updateControl, { params: one, ifMatch: control.version, body: { remarks: '' } }),
    ).rejects.toMatchObject({ status: 412 })
    await expect(ours.client.call(updateControl, { params: one, body: { remarks: '' } })).rejects.toMatchObject({
      status: 428,
    })
    await expect(
      ours.client.call(updateControl, { params: one, ifMatch: changed.version, body: { title: 'Mine' } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'annex-a-identity' }] } })
    await expect(
      ours.client.call(updateControl, { params: one, ifMatch: changed.version, body: { partlyShare: 1.2 } }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'partlyShare' }] } })
    await expect(ours.client.call(deleteControl, { params: one, ifMatch: changed.version })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'annex-a-stays' }] },
    })
  })

  it('of one’s own is added, renamed, shown as it was, and removed while nothing rests on it', async () => {
    const created = await ours.client.call(createControl, {
      params,
      body: { title: 'Escrow of source code', theme: 'organizational' },
    })
    expect(created).toMatchObject({ ref: 'C-1', source: 'own', attributes: null, needs: [], proof: 'unproven' })
    const one = { ...params, controlId: created.id }
    await pause()
    const then = new Date().toISOString()
    await pause()
    await ours.client.call(updateControl, { params: one, ifMatch: 1, body: { title: 'Escrow' } })
    const before = await ours.client.call(getControl, { params: one, query: { asOf: then } })
    expect(before).toMatchObject({ title: 'Escrow of source code', version: 1 })
    await ours.client.call(deleteControl, { params: one, ifMatch: 2 })
    await expect(ours.client.call(getControl, { params: one })).rejects.toMatchObject({ status: 404 })
    const past = await ours.client.call(listControls, { params, query: { asOf: then, source: 'own' } })
    expect(past.items).toMatchObject([{ ref: 'C-1' }])
  })

  it('is not removed from under what rests on it', async () => {
    const { organizationId, userId, client } = await server.createOrganization()
    const ids = await seedRows(server.services.pools.app, organizationId, userId)
    const one = { organizationId, controlId: ids.control ?? '' }
    const refused = client.call(deleteControl, { params: one, ifMatch: 1 })
    await expect(refused).rejects.toMatchObject({ status: 409 })
    const refusals = await refused.catch((error) => error.problem.refusals)
    expect(refusals).toHaveLength(5)
    const control = await client.call(getControl, { params: one })
    expect(control).toMatchObject({
      risks: [{ number: 9001, effects: [{ effect: 'loss', reductionLow: 0.1, reductionHigh: 0.5 }] }],
      obligations: [{ number: 9001, kind: 'law' }],
      needs: [{ collectorName: 'Seeded collector', evidenceCount: 1, newest: { number: 9001 } }],
    })
  })
})

describe('what a control costs', () => {
  it('is bought once or run every year, and is a cost a year in list, snapshot, export and history', async () => {
    const { client, organizationId } = await server.createOrganization()
    const of = { organizationId }
    const [first, second] = (await client.call(listControls, { params: of, query: { pageSize: 2 } })).items
    expect(first).toMatchObject({ capexMinor: null, lifetimeYears: null, opexMinor: null, annualCostMinor: null })
    const one = { ...of, controlId: first?.id ?? '' }
    const costly = await client.call(updateControl, {
      params: one,
      ifMatch: 1,
      body: { capexMinor: 900_000, lifetimeYears: 4.5, opexMinor: 120_000 },
    })
    expect(costly).toMatchObject({ annualCostMinor: 320_000, capexMinor: 900_000, lifetimeYears: 4.5 })
    const run = { ...of, controlId: second?.id ?? '' }
    await client.call(updateControl, { params: run, ifMatch: 1, body: { opexMinor: 500_000 } })
    const dearest = await client.call(listControls, { params: of, query: { sort: '-cost', pageSize: 3 } })
    expect(dearest.items.map(({ annualCostMinor }) => annualCostMinor)).toEqual([500_000, 320_000, null])
    const csv = await client.download(exportControls, { params: of, query: { format: 'csv', sort: '-cost' } })
    expect((await csv.text()).split('\n').slice(0, 2)).toEqual([
      expect.stringContaining('Cost a year (EUR)'),
      expect.stringContaining(',5000,'),
    ])
    const history = await client.call(listHistory, { params: { ...of, entity: 'control', entityId: one.controlId } })
    expect(JSON.stringify(history.items[0])).toContain('lifetime_years')

    const save = (body: object) => client.call(updateControl, { params: one, ifMatch: 2, body })
    await expect(save({ lifetimeYears: null })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'cost_without_lifetime' }] },
    })
    await expect(save({ capexMinor: -1 })).rejects.toMatchObject({ status: 422 })
    await expect(save({ opexMinor: 1.5 })).rejects.toMatchObject({ status: 422 })
    await expect(save({ lifetimeYears: 0 })).rejects.toMatchObject({ status: 422 })
    const unknown = await save({ capexMinor: null, lifetimeYears: null, opexMinor: null })
    expect(unknown.annualCostMinor).toBeNull()
  })
})

describe('what a control is worth', () => {
  it('is priced by what it takes away: as claimed, and as far as proven', async () => {
    const { client, organizationId } = await server.createOrganization()
    const of = { organizationId }
    const risk = await client.call(createRisk, { params: of, body: { title: 'Ransomware' } })
    const estimated = await client.call(estimateRisk, {
      params: { ...of, riskId: risk.id },
      ifMatch: risk.version,
      body: { frequency: { low: 1, high: 1 }, lossMinor: { low: 1_000_000, high: 1_000_000 }, note: 'For the test.' },
    })
    const [backup] = (await client.call(listControls, { params: of, query: { ref: 'A.8.13' } })).items
    const one = { ...of, controlId: backup?.id ?? '' }
    await client.call(updateControl, { params: one, ifMatch: 1, body: { implementation: 'implemented' } })
    await client.call(linkControl, {
      params: { ...of, riskId: estimated.id },
      body: { controlId: one.controlId, effect: 'frequency', reduction: { low: 0.4, high: 0.6 } },
    })
    const worth = async () => (await client.call(getControl, { params: one })).risks[0]?.worth
    expect(await worth()).toEqual({ claimedMinor: 500_000, provenMinor: 0 })
    const { needs } = await client.call(getControl, { params: one })
    const piece = { kind: 'note', note: 'Seen.', nature: 'operation' } as const
    for (const need of needs) {
      await client.call(createEvidence, { params: of, body: { ...piece, title: need.title, needIds: [need.id] } })
    }
    // Declared by whoever answers for it: 0.7 of what is claimed.
    expect(await worth()).toEqual({ claimedMinor: 500_000, provenMinor: 350_000 })
    const asked = await client.call(getControlWorth, { params: one })
    expect(asked).toMatchObject({
      without: { claimed: { meanMinor: 500_000 }, proven: { meanMinor: 350_000 } },
      next: { meanMinor: 150_000 },
      share: { meanMinor: 350_000, ofMinor: 350_000 },
      annualCostMinor: null,
    })
    expect(asked.without.proven.tailMinor).toBeGreaterThan(0)
    const stranger = await server.createOrganization('Another')
    const there = { organizationId: stranger.organizationId, controlId: one.controlId }
    await expect(stranger.client.call(getControlWorth, { params: there })).rejects.toMatchObject({ status: 404 })
  })
})

describe('several controls', () => {
  it('are changed together, or not at all', async () => {
    const [a, b] = [await findByRef('A.7.1'), await findByRef('A.7.2')]
    const controls = [a, b].map((control) => ({ controlId: control.id, version: control.version }))
    const planned = { implementation: 'planned', plannedAt: '2027-01-31T00:00:00Z' } as const
    expect(await ours.client.call(changeControls, { params, body: { controls, change: planned } })).toEqual({
      changed: 2,
    })
    expect(await findByRef('A.7.2')).toMatchObject({ implementation: 'planned', plannedAt: '2027-01-31T00:00:00.000Z' })
    const fresh = await findByRef('A.7.3')
    const mixed = [...controls, { controlId: fresh.id, version: fresh.version }]
    await expect(
      ours.client.call(changeControls, {
        params,
        body: { controls: mixed, change: { implementation: 'implemented' } },
      }),
    ).rejects.toMatchObject({ status: 412, problem: { detail: expect.stringContaining('A.7.1, A.7.2') } })
    expect(await findByRef('A.7.3')).toMatchObject({ implementation: 'not_started', version: fresh.version })
    await expect(
      ours.client.call(changeControls, { params, body: { controls: [], change: {} } }),
    ).rejects.toMatchObject({ status: 422 })
  })
})

describe('who may', () => {
  it('everybody reads, writers write, managers remove, strangers see nothing', async () => {
    const control = await findByRef('A.6.1')
    const one = { ...params, controlId: control.id }
    const reader = await ours.clientAs('reader')
    expect((await reader.call(getControl, { params: one })).ref).toBe('A.6.1')
    await expect(
      reader.call(updateControl, { params: one, ifMatch: control.version, body: { remarks: 'x' } }),
    ).rejects.toMatchObject({ status: 403 })
    const contributor = await ours.clientAs('contributor')
    const own = await contributor.call(createControl, { params, body: { title: 'Own', theme: 'people' } })
    await expect(
      contributor.call(deleteControl, { params: { ...params, controlId: own.id }, ifMatch: 1 }),
    ).rejects.toMatchObject({ status: 403 })
    const stranger = await server.createOrganization('Another')
    await expect(stranger.client.call(getControl, { params: one })).rejects.toMatchObject({ status: 404 })
    await expect(
      stranger.client.call(getControl, { params: { ...one, organizationId: stranger.organizationId } }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
