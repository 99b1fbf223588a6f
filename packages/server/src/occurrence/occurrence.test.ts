import { listDeleted, listHistory } from '@sinew/contract/ledger/ledger-contract.ts'
import {
  createOccurrence,
  createWatch,
  deleteOccurrence,
  deleteWatch,
  exportOccurrences,
  getOccurrence,
  listOccurrences,
  listWatches,
  updateOccurrence,
  updateWatch,
} from '@sinew/contract/occurrence/occurrence-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let params: { readonly organizationId: string }
let riskId: string
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  params = { organizationId: ours.organizationId }
  riskId = (await ours.client.call(createRisk, { params, body: { title: 'Phishing' } })).id
})

const dayMs = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString()
const day = (instant: string) => instant.slice(0, 10)
const record = (body: object, client = ours.client) =>
  client.call(createOccurrence, { params, body: { riskId, title: 'Clicked a link', occurredAt: ago(10), ...body } })
const refusedWith = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })
const wrong = (path: string) => ({ status: 422, problem: { errors: [{ path }] } })

describe('an occurrence', () => {
  it('is recorded on a day, listed, filtered and exported', async () => {
    const contributor = await ours.clientAs('contributor')
    const one = await record({ lossMinor: 125_000, source: 'Service desk 4711', note: 'Two hours lost' }, contributor)
    expect(one).toMatchObject({
      number: 1,
      kind: 'loss',
      riskTitle: 'Phishing',
      occurredAt: `${day(ago(10))}T12:00:00.000Z`,
      discoveredAt: `${day(ago(10))}T12:00:00.000Z`,
      reportedByName: 'Someone contributor',
    })
    const near = await record({ kind: 'near_miss', title: 'Reported in time', occurredAt: ago(3) })
    const open = await record({ title: 'Not counted yet', occurredAt: ago(40), discoveredAt: ago(20) })
    const list = async (query: object) =>
      (await ours.client.call(listOccurrences, { params, query })).items.map(({ id }) => id)
    expect(await list({})).toEqual([near.id, one.id, open.id])
    expect(await list({ sort: 'loss' })).toEqual([one.id, near.id, open.id])
    expect(await list({ kind: 'near_miss' })).toEqual([near.id])
    expect(await list({ lossUnknown: true })).toEqual([open.id])
    expect(await list({ from: ago(15), until: ago(5) })).toEqual([one.id])
    expect(await list({ riskId, q: 'two hours' })).toEqual([one.id])
    expect(await list({ number: one.number })).toEqual([one.id])
    expect(await list({ pageSize: 1, page: 2 })).toEqual([one.id])
    const csv = await (await ours.client.download(exportOccurrences, { params, query: { kind: 'loss' } })).text()
    expect(csv).toContain(`OC-1,${day(one.occurredAt)}`)
    expect(csv).toContain('1250')
    expect(csv).not.toContain('Reported in time')
    const xlsx = await ours.client.download(exportOccurrences, { params, query: { format: 'xlsx' } })
    expect(xlsx.headers.get('content-type')).toContain('spreadsheet')
  })

  it('is of today at the latest, comes to light after it happened, and a near miss costs nothing', async () => {
    await expect(record({ occurredAt: ago(-2) })).rejects.toMatchObject(wrong('occurredAt'))
    await expect(record({ discoveredAt: ago(11) })).rejects.toMatchObject(wrong('discoveredAt'))
    await expect(record({ kind: 'near_miss', lossMinor: 5 })).rejects.toMatchObject(wrong('lossMinor'))
    await expect(record({ lossMinor: 0 })).rejects.toMatchObject({ status: 422 })
    await expect(record({ title: ' ' })).rejects.toMatchObject(wrong('title'))
    await expect(record({ occurredAt: 'yesterday' })).rejects.toMatchObject({ status: 422 })
    expect(await record({ occurredAt: new Date().toISOString() })).toMatchObject({ kind: 'loss' })
  })

  it('is taken over from another register once for a risk', async () => {
    await record({ externalRef: 'INC-9' })
    await expect(record({ externalRef: 'INC-9' })).rejects.toMatchObject(refusedWith('already_exists'))
  })

  it('is corrected with its history; making less of it is a decision with a reason', async () => {
    const one = await record({ lossMinor: 100_000 })
    const change = (ifMatch: number, body: object) =>
      ours.client.call(updateOccurrence, { params: { ...params, occurrenceId: one.id }, ifMatch, body })
    const more = await change(1, { lossMinor: 180_000 })
    expect(more).toMatchObject({ version: 2, lossMinor: 180_000, title: one.title })
    await expect(change(1, { title: 'Mine' })).rejects.toMatchObject({ status: 412 })
    await expect(change(2, { lossMinor: 90_000 })).rejects.toMatchObject(refusedWith('correction-without-reason'))
    await expect(change(2, { kind: 'near_miss', lossMinor: null })).rejects.toMatchObject(
      refusedWith('correction-without-reason'),
    )
    await expect(change(2, { occurredAt: ago(90), reason: 'no' })).rejects.toMatchObject(
      refusedWith('correction-without-reason'),
    )
    await expect(change(2, { kind: 'near_miss' })).rejects.toMatchObject(wrong('lossMinor'))
    const less = await change(2, { lossMinor: 90_000, reason: 'The insurer paid half' })
    expect(less).toMatchObject({ version: 3, lossMinor: 90_000 })
    const history = await ours.client.call(listHistory, {
      params: { ...params, entity: 'risk_occurrence', entityId: one.id },
    })
    expect(history.items.map(({ reason }) => reason)).toContain('The insurer paid half')
  })

  it('is removed for a reason by a manager, and stays in the ledger', async () => {
    const one = await record({ title: 'Entered twice' })
    const remove = (client: typeof ours.client, reason: string, ifMatch = 1) =>
      client.call(deleteOccurrence, { params: { ...params, occurrenceId: one.id }, ifMatch, query: { reason } })
    await expect(remove(ours.client, '')).rejects.toMatchObject({ status: 400 })
    await expect(remove(ours.client, 'Twice', 7)).rejects.toMatchObject({ status: 412 })
    await expect(remove(await ours.clientAs('contributor'), 'Twice')).rejects.toMatchObject({ status: 403 })
    await remove(await ours.clientAs('manager'), 'Entered twice')
    await expect(
      ours.client.call(getOccurrence, { params: { ...params, occurrenceId: one.id } }),
    ).rejects.toMatchObject({ status: 404 })
    const deleted = await ours.client.call(listDeleted, { params })
    expect(deleted.items[0]).toMatchObject({ reason: 'Entered twice' })
  })

  it('is nobody else’s, and read by readers alone', async () => {
    const theirs = await server.createOrganization()
    const one = await record({})
    await expect(
      theirs.client.call(createOccurrence, {
        params: { organizationId: theirs.organizationId },
        body: { riskId, title: 'x', occurredAt: ago(1) },
      }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      theirs.client.call(getOccurrence, {
        params: { organizationId: theirs.organizationId, occurrenceId: one.id },
      }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(record({}, await ours.clientAs('reader'))).rejects.toMatchObject({ status: 403 })
    expect((await (await ours.clientAs('reader')).call(listOccurrences, { params })).total).toBeGreaterThan(0)
  })
})

describe('a period that somebody vouches for', () => {
  const vouch = (body: object, client = ours.client) =>
    client.call(createWatch, { params, body: { from: ago(400), until: ago(30), reason: 'Tickets read', ...body } })

  it('is of one risk or of all, is extended by whoever vouches for it, and taken back for a reason', async () => {
    const all = await vouch({})
    const own = await vouch({ riskId, from: ago(900), until: ago(400) })
    expect(all).toMatchObject({ riskId: null, vouchedByName: 'Olga Owner', reason: 'Tickets read' })
    const other = (await ours.client.call(createRisk, { params, body: { title: 'Fire' } })).id
    const of = async (query: object) =>
      (await ours.client.call(listWatches, { params, query })).items.map(({ id }) => id)
    expect(await of({ riskId })).toEqual([own.id, all.id])
    expect(await of({ riskId: other })).toEqual([all.id])
    const manager = await ours.clientAs('manager')
    const one = { ...params, watchId: all.id }
    const longer = await manager.call(updateWatch, {
      params: one,
      ifMatch: 1,
      body: { until: new Date().toISOString(), reason: 'Up to today' },
    })
    expect(longer).toMatchObject({
      version: 2,
      from: all.from,
      vouchedByName: 'Someone manager',
      reason: 'Up to today',
    })
    await expect(
      manager.call(updateWatch, { params: one, ifMatch: 1, body: { reason: 'Again' } }),
    ).rejects.toMatchObject({ status: 412 })
    await expect(manager.call(deleteWatch, { params: one, ifMatch: 2, query: { reason: '' } })).rejects.toMatchObject({
      status: 400,
    })
    await manager.call(deleteWatch, { params: one, ifMatch: 2, query: { reason: 'The mailbox was not read' } })
    expect(await of({ riskId: other })).toEqual([])
  })

  it('is over, has a reason, and is vouched for by managers', async () => {
    await expect(vouch({ until: ago(-3) })).rejects.toMatchObject(wrong('until'))
    await expect(vouch({ from: ago(1), until: ago(2) })).rejects.toMatchObject(wrong('until'))
    await expect(vouch({ from: '1911-01-01T00:00:00Z' })).rejects.toMatchObject(wrong('from'))
    await expect(vouch({ reason: '' })).rejects.toMatchObject(wrong('reason'))
    await expect(vouch({}, await ours.clientAs('contributor'))).rejects.toMatchObject({ status: 403 })
    const theirs = await server.createOrganization()
    await expect(
      theirs.client.call(createWatch, {
        params: { organizationId: theirs.organizationId },
        body: { riskId, from: ago(9), until: ago(1), reason: 'Tickets read' },
      }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
