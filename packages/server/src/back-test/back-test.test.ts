import {
  acceptRateUpdate,
  dismissRateUpdate,
  exportBackTests,
  getBackTest,
  getRiskBackTest,
  listBackTests,
} from '@sinew/contract/back-test/back-test-contract.ts'
import type { Client } from '@sinew/contract/client.ts'
import { listControls, updateControl } from '@sinew/contract/control/control-contract.ts'
import { listMovements } from '@sinew/contract/movement/movement-contract.ts'
import { createOccurrence, createWatch } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { getPulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { createRisk, estimateRisk, getRisk, moveRisk, type RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { linkControl, unlinkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import { listWork } from '@sinew/contract/work/work-contract.ts'
import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from '../ledger/settings.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'
import { loadKept } from './load-kept.ts'

let server: TestServer
let ours: TestOrganization
let manager: Client
let contributor: Client
let params: { readonly organizationId: string }
let people: ReadonlyMap<string, string>

beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  params = { organizationId: ours.organizationId }
  manager = await ours.clientAs('manager')
  contributor = await ours.clientAs('contributor')
  const { items } = await ours.client.call(listPeople, { params })
  people = new Map(items.map(({ name, id }) => [name, id]))
})

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const at = (risk: { readonly id: string }) => ({ ...params, riskId: risk.id })
const refusedWith = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })

/** Estimated by the manager at one event in two years or so, owned by the contributor. */
async function estimated(title: string, category = 'Phishing'): Promise<RiskDetail> {
  const owner = people.get('Someone contributor') ?? null
  const risk = await manager.call(createRisk, {
    params,
    body: { title, category, ownerId: owner, treatment: 'modify' },
  })
  const done = await manager.call(estimateRisk, {
    params: at(risk),
    ifMatch: 1,
    body: { frequency: { low: 0.2, high: 1 }, lossMinor: { low: 100_000, high: 5_000_000 }, note: 'Our sector' },
  })
  await recompute(server.services, ours.organizationId)
  return done
}

async function happened(risk: RiskDetail, days: readonly number[], lossMinor: number | null = null) {
  for (const day of days) {
    const body = { riskId: risk.id, title: `On day ${day}`, occurredAt: ago(day), lossMinor }
    await contributor.call(createOccurrence, { params, body })
  }
}

const watch = (risk: RiskDetail, from: number, until = 0) =>
  manager.call(createWatch, {
    params,
    body: { riskId: risk.id, from: ago(from), until: ago(until), reason: 'All tickets read' },
  })
const tested = (risk: RiskDetail) => ours.client.call(getRiskBackTest, { params: at(risk) })
const accept = (client: Client, risk: RiskDetail, key: string, ifMatch = risk.version) =>
  client.call(acceptRateUpdate, { params: at(risk), ifMatch, body: { key } })

describe('a risk held against what happened', () => {
  it('says nothing before anything is recorded, and counts what somebody vouches for', async () => {
    const risk = await estimated('Quiet')
    expect(await tested(risk)).toMatchObject({
      claimed: null,
      proposal: null,
      updates: [],
      watches: [],
      watchedYears: 0,
    })
    await watch(risk, 730)
    await happened(risk, [100, 200, 300, 1_000], 700_000)
    const test = await tested(risk)
    expect(test).toMatchObject({
      claimed: { observed: 3 },
      proven: { observed: 3 },
      eventsOutside: 1,
      observedLossMinor: 2_100_000,
      // The estimate was made after all of them: they are no test of who made it.
      losses: [],
      hindcastYears: expect.closeTo(730 / 365.25, 2),
    })
    expect(test.claimed?.mean).toBeCloseTo(2 * 0.52, 1)
    expect(test.claimed?.asManyOrMore).toBeLessThan(0.15)
    const row = (await ours.client.call(listBackTests, { params, query: { q: 'quiet' } })).items[0]
    expect(row).toMatchObject({ riskId: risk.id, claimed: test.claimed, proposal: 'worse' })
  })

  it('has what controls let through whenever it was worked out, to hold what happened against', async () => {
    const risk = await estimated('Guarded')
    const { items } = await ours.client.call(listControls, { params, query: { ref: 'A.8.7' } })
    const [control] = items
    const controlId = control?.id ?? ''
    const change = { implementation: 'implemented' as const }
    const version = control?.version ?? 0
    await manager.call(updateControl, { params: { ...params, controlId }, ifMatch: version, body: change })
    const body = { controlId, effect: 'frequency' as const, reduction: { low: 0.5, high: 0.5 } }
    const link = await manager.call(linkControl, { params: at(risk), body })
    await recompute(server.services, ours.organizationId)
    const unlinking = { params: { ...at(risk), linkId: link.id }, ifMatch: link.version, query: { reason: 'Ended' } }
    await manager.call(unlinkControl, unlinking)
    await recompute(server.services, ours.organizationId)

    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: server.services.pools.app }) })
    const actor = { kind: 'system', id: 'test', name: 'Test' } as const
    const settings = { organizationId: ours.organizationId, actor, requestId: newId() }
    const kept = await inOrganization(db, settings, (tx) => loadKept({ db: tx, asOf: null }, [risk.id]))
    const all = { frequency: 1, loss: 1 }
    const history = kept.get(risk.id) ?? []
    expect(history.map(({ claimed }) => claimed)).toEqual([all, { frequency: 0.5, loss: 1 }, all])
    expect(history.map(({ proven }) => proven)).toEqual([all, all, all])
    expect(history.map(({ until }) => until)).toEqual([history[1]?.from, history[2]?.from, Number.POSITIVE_INFINITY])
  })

  it('is 404 for another organisation', async () => {
    const theirs = await server.createOrganization()
    const risk = await estimated('Ours')
    const foreign = { organizationId: theirs.organizationId, riskId: risk.id }
    await expect(theirs.client.call(getRiskBackTest, { params: foreign })).rejects.toMatchObject({ status: 404 })
    await expect(
      theirs.client.call(acceptRateUpdate, { params: foreign, ifMatch: 1, body: { key: 'x' } }),
    ).rejects.toMatchObject({ status: 404 })
    expect((await theirs.client.call(listBackTests, { params: { organizationId: theirs.organizationId } })).total).toBe(
      0,
    )
  })
})

describe('the update that follows', () => {
  it('is accepted by the owner of the risk: the estimate changes, what it rests on is pinned, a movement tells it', async () => {
    const risk = await estimated('Accepted')
    await watch(risk, 730)
    await happened(risk, [10, 50, 90, 400])
    const { proposal } = await tested(risk)
    expect(proposal).toMatchObject({ events: 4, reading: 'watched', isWorse: true, keptShare: 1 })
    expect(proposal?.meanAfter).toBeGreaterThan(proposal?.meanBefore ?? 0)
    expect(proposal?.meanAfter).toBeLessThan(2)
    const pulse = await ours.client.call(getPulse, { params })
    expect(pulse.attention.items.some((item) => item.kind === 'rate_update_waiting' && item.id === risk.id)).toBe(true)
    const due = async () =>
      (await manager.call(listWork, { params, query: { kind: 'rate_update' } })).items.map(({ entityId }) => entityId)
    expect(await due()).toContain(risk.id)
    const changed = await accept(contributor, risk, proposal?.key ?? '')
    expect(changed).toMatchObject({
      version: risk.version + 1,
      frequency: proposal?.after,
      lossMinor: risk.lossMinor,
      assessedByName: 'Someone contributor',
      estimateNote: 'Our sector',
    })
    expect(changed.estimateBasis).toContain('Updated by what happened: 4 events in 2 years')
    const after = await tested(changed)
    expect(after.updates).toMatchObject([
      { decision: 'accepted', decidedByName: 'Someone contributor', pinned: { key: proposal?.key, events: 4 } },
    ])
    await recompute(server.services, ours.organizationId)
    const { items } = await ours.client.call(listMovements, { params })
    expect(items[0]?.sentence).toContain('R-')
    // The same events are not counted twice, and those of before the update are held against the forecast of then.
    const counted = await tested(changed)
    expect(counted.proposal).toBeNull()
    expect(counted.claimed?.mean).toBeCloseTo(2 * 0.52, 1)
    await expect(accept(contributor, changed, proposal?.key ?? '')).rejects.toMatchObject(
      refusedWith('rate-update-nothing-new'),
    )
    // One that was told late is new, without further time.
    await happened(changed, [200])
    expect((await tested(changed)).proposal).toMatchObject({ events: 1, years: 0 })
  })

  it('is refused to others, on a stale version, on what was not seen and while the risk is closed', async () => {
    const risk = await estimated('Refused')
    await watch(risk, 365)
    await happened(risk, [10, 50, 90])
    const key = (await tested(risk)).proposal?.key ?? ''
    const stranger = await ours.clientAs('contributor')
    await expect(accept(stranger, risk, key)).rejects.toMatchObject(refusedWith('rate-update-not-owner'))
    await expect(accept(await ours.clientAs('reader'), risk, key)).rejects.toMatchObject({ status: 403 })
    await expect(accept(manager, risk, key, 99)).rejects.toMatchObject({ status: 412 })
    await happened(risk, [5])
    await expect(accept(manager, risk, key)).rejects.toMatchObject(refusedWith('rate-update-not-seen'))
    const closed = await manager.call(moveRisk, {
      params: at(risk),
      ifMatch: risk.version,
      body: { to: 'closed', reason: 'Sold' },
    })
    await recompute(server.services, ours.organizationId)
    expect((await tested(closed)).proposal).toBeNull()
    await expect(accept(manager, closed, key)).rejects.toMatchObject(refusedWith('risk-closed'))
  })

  it('is dismissed for a reason, and comes back when something more happens', async () => {
    const risk = await estimated('Dismissed')
    await watch(risk, 365)
    await happened(risk, [10, 50, 90])
    const key = (await tested(risk)).proposal?.key ?? ''
    const dismiss = (client: Client, reason: string) =>
      client.call(dismissRateUpdate, { params: at(risk), body: { key, reason } })
    await expect(dismiss(contributor, '')).rejects.toMatchObject({ status: 422 })
    await expect(dismiss(await ours.clientAs('contributor'), 'A single campaign')).rejects.toMatchObject(
      refusedWith('rate-update-not-owner'),
    )
    expect(await dismiss(contributor, 'A single campaign')).toMatchObject({ decision: 'dismissed', pinned: { key } })
    const list = async () => (await ours.client.call(listBackTests, { params, query: { q: 'Dismissed' } })).items[0]
    expect(await list()).toMatchObject({ proposal: null })
    expect((await ours.client.call(getRisk, { params: at(risk) })).frequency).toEqual(risk.frequency)
    await happened(risk, [3])
    expect(await list()).toMatchObject({ proposal: 'worse' })
  })

  it('never lowers an estimate by silence: without a statement, no event changes nothing', async () => {
    const risk = await estimated('Silent')
    expect((await tested(risk)).proposal).toBeNull()
    await happened(risk, [30, 60])
    expect((await tested(risk)).proposal).toMatchObject({ reading: 'recorded', isWorse: true })
    const quiet = await estimated('Vouched for')
    await watch(quiet, 1_800)
    expect((await tested(quiet)).proposal).toMatchObject({ events: 0, isWorse: false })
  })
})

describe('all of them', () => {
  it('are summed by category, estimator and year, filtered, sorted and exported', async () => {
    const org = await server.createOrganization()
    const mine = { organizationId: org.organizationId }
    const empty = await org.client.call(getBackTest, { params: mine })
    expect(empty).toMatchObject({
      all: { risks: 0, claimed: null },
      categories: [],
      estimators: [],
      years: [{ events: 0 }],
    })
    const make = async (title: string, category: string) => {
      const risk = await org.client.call(createRisk, { params: mine, body: { title, category } })
      const body = { frequency: { low: 2, high: 6 }, lossMinor: { low: 10_000, high: 900_000 }, note: 'Counted' }
      return org.client.call(estimateRisk, { params: { ...mine, riskId: risk.id }, ifMatch: 1, body })
    }
    const theft = await make('Theft', 'Physical')
    await make('Quiet', 'People')
    await recompute(server.services, org.organizationId)
    const occurred = { riskId: theft.id, title: 'Laptop', occurredAt: new Date().toISOString(), lossMinor: 120_000 }
    await org.client.call(createOccurrence, { params: mine, body: occurred })
    await org.client.call(createOccurrence, {
      params: mine,
      body: { ...occurred, kind: 'near_miss', lossMinor: null },
    })
    const before = await org.client.call(listBackTests, { params: mine })
    expect(before.items).toMatchObject([{ title: 'Theft', claimed: null, eventsOutside: 1, nearMisses: 1 }])
    const period = {
      from: ago(365),
      until: new Date(Math.floor(Date.now() / 86_400_000 + 1) * 86_400_000).toISOString(),
    }
    await org.client.call(createWatch, { params: mine, body: { ...period, reason: 'Read all' } })
    const all = await org.client.call(getBackTest, { params: mine })
    expect(all).toMatchObject({
      all: { risks: 2, claimed: { observed: 1 }, observedLossMinor: 120_000, nearMisses: 1 },
      categories: [{ category: 'People' }, { category: 'Physical' }],
      estimators: [{ assessedByName: 'Olga Owner', risks: 2, intervals: { verdict: 'too_few' } }],
      years: [{ events: 1, lossMinor: 120_000, watchedShare: expect.closeTo(1, 2) }],
      watches: [{ riskId: null }],
      yearForecast: { isExact: true, proven: { highMinor: expect.any(Number) } },
    })
    expect(all.years[0]?.asMuchOrMore.proven).toBeGreaterThan(0.5)
    expect(all.yearForecast.proven.highMinor).toBeGreaterThan(all.yearForecast.proven.medianMinor)
    const list = async (query: object) =>
      (await org.client.call(listBackTests, { params: mine, query })).items.map(({ title }) => title)
    expect(await list({ sort: '-observed' })).toEqual(['Theft', 'Quiet'])
    expect(await list({ sort: 'surprise' })).toEqual(['Quiet', 'Theft'])
    expect(await list({ category: 'People' })).toEqual(['Quiet'])
    expect(await list({ pageSize: 1, page: 2, sort: 'number' })).toEqual(['Quiet'])
    expect(await list({ proposal: true })).toEqual(await list({}).then((titles) => titles))
    // The past is what was recorded, estimated and vouched for by then.
    const asOf = new Date().toISOString()
    await org.client.call(createOccurrence, { params: mine, body: { ...occurred, title: 'Tablet' } })
    const past = await org.client.call(getBackTest, { params: mine, query: { asOf } })
    expect(past.all).toMatchObject({ risks: 2, claimed: { observed: 1 } })
    expect((await org.client.call(getBackTest, { params: mine })).all.claimed?.observed).toBe(2)
    const one = { ...mine, riskId: theft.id }
    expect(await org.client.call(getRiskBackTest, { params: one, query: { asOf } })).toMatchObject({
      claimed: { observed: 1 },
    })
    const csv = await (await org.client.download(exportBackTests, { params: mine, query: {} })).text()
    expect(csv).toContain('R-1,Theft,Physical')
  })
})
