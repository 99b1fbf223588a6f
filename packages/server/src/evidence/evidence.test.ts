import type { BodyOf } from '@sinew/contract/client.ts'
import { explainControl, getControl, listControls, updateControl } from '@sinew/contract/control/control-contract.ts'
import {
  createEvidence,
  type Evidence,
  exportEvidence,
  getEvidence,
  linkEvidence,
  listEvidence,
  listExpiring,
  reviewEvidence,
  withdrawEvidence,
} from '@sinew/contract/evidence/evidence-contract.ts'
import { uploadFile } from '@sinew/contract/file/file-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString()

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

/** An organisation in which A.8.13 is implemented and owned by its owner, with its three needs. */
async function withBackup() {
  const organization = await server.createOrganization()
  const { client, organizationId } = organization
  const params = { organizationId }
  const { items } = await client.call(listControls, { params, query: { q: 'A.8.13' } })
  const controlId = items[0]?.id ?? ''
  const one = { ...params, controlId }
  const people = await server.services.pools.owner.query('select id from person where organization_id = $1', [
    organizationId,
  ])
  await client.call(updateControl, {
    params: one,
    ifMatch: 1,
    body: { implementation: 'implemented', ownerId: people.rows[0]?.id },
  })
  const control = await client.call(getControl, { params: one })
  const [policy, jobs, restore] = control.needs.map((need) => need.id)
  if (policy === undefined || jobs === undefined || restore === undefined) throw new Error('A.8.13 has three needs')
  const add = (body: Partial<BodyOf<typeof createEvidence>>): Promise<Evidence> =>
    client.call(createEvidence, {
      params,
      body: { title: 'Piece', kind: 'note', note: 'Seen.', nature: 'operation', ...body },
    })
  const backup = () => client.call(getControl, { params: one })
  return { ...organization, params, controlId, policy, jobs, restore, add, backup }
}

type Setting = Awaited<ReturnType<typeof withBackup>>

async function standingOf({ backup }: Setting, needId: string) {
  return (await backup()).needs.find((need) => need.id === needId)?.standing
}

describe('a piece of evidence', () => {
  it('is a file, a link or a note that proves a need from the moment it is there', async () => {
    const setting = await withBackup()
    const { client, params, restore, add } = setting
    const body = 'Restored in 41 minutes.'
    const file = await client.call(uploadFile, { params, body, query: { name: 'restore.txt' } })
    const piece = await add({ kind: 'file', fileId: file.id, needIds: [restore], title: 'Restore test of March' })
    expect(piece).toMatchObject({
      number: 1,
      provenance: 'declared',
      result: { kind: 'pass' },
      state: 'active',
      reviewResult: 'pending',
      submittedByName: 'Olga Owner',
      file: { name: 'restore.txt', sha256: file.sha256 },
      needs: [{ needId: restore, controlRef: 'A.8.13', freshness: 'current', isNewest: true }],
    })
    const control = await setting.backup()
    // Declared by the owner: 0.7 for one of weights 0.5 + 1 + 1.
    expect(control.assurance).toBeCloseTo(0.7 / 2.5, 12)
    expect(await standingOf(setting, restore)).toMatchObject({ share: 0.7, proof: 'proven', reason: 'current' })
    const why = await client.call(explainControl, { params: { ...params, controlId: setting.controlId } })
    expect(why).toMatchObject({ value: control.assurance, unit: 'share', source: { ref: 'A.8.13' } })
    expect(JSON.stringify(why)).toContain('"ref":"E-1"')
    const link = await add({ kind: 'link', url: 'https://example.org/runbook', needIds: [restore] })
    expect(link).toMatchObject({ number: 2, url: 'https://example.org/runbook', file: null })
  })

  it('says field by field what is wrong with it', async () => {
    const { client, params, add } = await withBackup()
    const tomorrow = new Date(Date.now() + dayMs).toISOString()
    const wrong: [Partial<BodyOf<typeof createEvidence>>, string][] = [
      [{ title: ' ' }, 'title'],
      [{ kind: 'file' }, 'fileId'],
      [{ kind: 'link' }, 'url'],
      [{ kind: 'link', url: 'javascript:alert(1)' }, 'url'],
      [{ kind: 'note', note: '' }, 'note'],
      [{ url: 'https://example.org' }, 'url'],
      [{ collectedAt: tomorrow }, 'collectedAt'],
      [{ validUntil: daysAgo(1) }, 'validUntil'],
      [{ periodFrom: daysAgo(1), periodTo: daysAgo(2) }, 'periodTo'],
      [{ result: { kind: 'k_of_n', passed: 3, expected: 2 } }, 'result'],
      [{ result: { kind: 'k_of_n', passed: 0, expected: 0 } }, 'result'],
      [{ provenance: 'observed' as 'declared' }, 'provenance'],
      [{ needIds: ['x'] }, 'needIds.0'],
    ]
    for (const [body, path] of wrong) {
      await expect(add(body), path).rejects.toMatchObject({ status: 422, problem: { errors: [{ path }] } })
    }
    expect((await client.call(listEvidence, { params })).total).toBe(0)
  })

  it('of design is refused where operation has to be shown, generated text everywhere', async () => {
    const { add, policy, jobs } = await withBackup()
    const design = add({ nature: 'design', needIds: [policy, jobs] })
    await expect(design).rejects.toMatchObject({
      status: 409,
      message:
        '“Backup job reports with failures handled” asks for proof that something happens; a design document never shows that.',
    })
    await expect(add({ provenance: 'generated', needIds: [policy] })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'evidence-generated' }] },
    })
    expect(await add({ nature: 'design', needIds: [policy] })).toMatchObject({ nature: 'design' })
    expect((await add({ provenance: 'generated' })).needs).toEqual([])
  })

  it('is attested only by somebody who does not own the control', async () => {
    const setting = await withBackup()
    const { restore, add, params } = setting
    await expect(add({ provenance: 'attested', needIds: [restore] })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'attested-by-owner' }] },
    })
    const colleague = await setting.clientAs('contributor')
    const body = { title: 'Seen', kind: 'note', note: 'I was there.', nature: 'operation' } as const
    await colleague.call(createEvidence, { params, body: { ...body, provenance: 'attested', needIds: [restore] } })
    expect(await standingOf(setting, restore)).toMatchObject({ share: 1, provenance: 1 })
    const { items } = await setting.client.call(listControls, { params, query: { q: 'A.8.14' } })
    const other = await setting.client.call(getControl, { params: { ...params, controlId: items[0]?.id ?? '' } })
    await expect(
      colleague.call(createEvidence, {
        params,
        body: { ...body, provenance: 'attested', needIds: [other.needs.at(-1)?.id ?? ''] },
      }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'attested-without-owner' }] } })
  })
})

describe('the newest piece decides, and silence never helps', () => {
  it('withdrawing a failing piece leaves a hole and uncovers no older pass', async () => {
    const setting = await withBackup()
    const { client, params, restore, add } = setting
    await add({ needIds: [restore], collectedAt: daysAgo(20) })
    const failing = await add({ needIds: [restore], collectedAt: daysAgo(1), result: { kind: 'fail' } })
    expect(await standingOf(setting, restore)).toMatchObject({ share: 0, proof: 'failing' })
    const one = { ...params, evidenceId: failing.id }
    await expect(
      client.call(withdrawEvidence, { params: one, ifMatch: 1, body: { reason: ' ' } }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'reason' }] } })
    const withdrawn = await client.call(withdrawEvidence, {
      params: one,
      ifMatch: 1,
      body: { reason: 'Wrong machine tested.' },
    })
    expect(withdrawn).toMatchObject({ state: 'withdrawn', stateReason: 'Wrong machine tested.', version: 2 })
    expect(await standingOf(setting, restore)).toMatchObject({ share: 0, proof: 'failing' })
    await expect(
      client.call(withdrawEvidence, { params: one, ifMatch: 2, body: { reason: 'Again' } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'evidence-already-withdrawn' }] } })
    await expect(
      client.call(withdrawEvidence, { params: one, ifMatch: 1, body: { reason: 'Again' } }),
    ).rejects.toMatchObject({ status: 412 })
  })

  it('an older piece that arrives late changes nothing', async () => {
    const setting = await withBackup()
    const { restore, add } = setting
    await add({ needIds: [restore], collectedAt: daysAgo(5), result: { kind: 'k_of_n', passed: 9, expected: 10 } })
    const before = await standingOf(setting, restore)
    const late = await add({ needIds: [restore], collectedAt: daysAgo(60), provenance: 'declared' })
    expect(late.needs).toMatchObject([{ isNewest: false }])
    expect(await standingOf(setting, restore)).toEqual({ ...before, lateDays: expect.any(Number) })
  })

  it('rejecting the newest leaves a hole, by somebody else, with a reason, for good', async () => {
    const setting = await withBackup()
    const { client, params, restore, add } = setting
    await add({ needIds: [restore], collectedAt: daysAgo(9) })
    const newest = await add({ needIds: [restore], collectedAt: daysAgo(1) })
    const one = { ...params, evidenceId: newest.id }
    const reject = { result: 'rejected', note: 'Shows another system.' } as const
    await expect(client.call(reviewEvidence, { params: one, ifMatch: 1, body: reject })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'evidence-own-review' }] },
    })
    const manager = await setting.clientAs('manager')
    await expect(
      manager.call(reviewEvidence, { params: one, ifMatch: 1, body: { result: 'rejected' } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'evidence-rejected-without-reason' }] } })
    const rejected = await manager.call(reviewEvidence, { params: one, ifMatch: 1, body: reject })
    expect(rejected).toMatchObject({ state: 'rejected', reviewResult: 'rejected', reviewedByName: 'Someone manager' })
    expect(await standingOf(setting, restore)).toMatchObject({ share: 0, proof: 'unproven', reason: 'rejected' })
    await expect(
      manager.call(reviewEvidence, { params: one, ifMatch: 2, body: { result: 'accepted' } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'evidence-closed' }] } })
  })

  it('a piece takes the place of one older than itself, and of one only', async () => {
    const { add, restore, client, params } = await withBackup()
    const first = await add({ needIds: [restore], collectedAt: daysAgo(9) })
    await expect(add({ supersedesId: first.id, collectedAt: daysAgo(10) })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'collectedAt', message: 'It is older than E-1, which it is to supersede.' }] },
    })
    const second = await add({ supersedesId: first.id, needIds: [restore] })
    expect(second.supersedes).toMatchObject({ number: 1 })
    const old = await client.call(getEvidence, { params: { ...params, evidenceId: first.id } })
    expect(old).toMatchObject({ supersededBy: { number: second.number }, needs: [{ isNewest: false }] })
    await expect(add({ supersedesId: first.id })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'already-superseded' }] },
    })
  })

  it('a piece serves one more need, never one less, and never a collector’s', async () => {
    const setting = await withBackup()
    const { client, params, jobs, restore, policy, add } = setting
    const piece = await add({ needIds: [restore] })
    const one = { ...params, evidenceId: piece.id }
    const linked = await client.call(linkEvidence, { params: one, body: { needId: jobs } })
    expect(linked.needs.map((need) => need.needId).sort()).toEqual([jobs, restore].sort())
    await expect(client.call(linkEvidence, { params: one, body: { needId: jobs } })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'serves-already' }] },
    })
    const document = await add({ nature: 'design', needIds: [policy] })
    await expect(
      client.call(linkEvidence, { params: { ...params, evidenceId: document.id }, body: { needId: jobs } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'evidence-design-only' }] } })
    const ids = await seedRows(server.services.pools.app, setting.organizationId, setting.userId)
    await expect(add({ needIds: [ids.evidence_need ?? ''] })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'evidence-for-collector' }] },
    })
  })

  it('what a piece proves cannot be rewritten, not even in the database', async () => {
    const { organizationId, userId } = await server.createOrganization()
    const ids = await seedRows(server.services.pools.app, organizationId, userId)
    const change = (set: string) =>
      server.services.pools.owner.query(
        `select set_config('app.organization_id', '${organizationId}', false), set_config('app.request_id', '${ids.evidence}', false);
         update evidence set ${set} where id = '${ids.evidence}'`,
      )
    await expect(change("collected_at = now() + interval '1 day'")).rejects.toMatchObject({ code: 'P0001' })
    await expect(change("result = 'fail'")).rejects.toMatchObject({ code: 'P0001' })
  })
})

describe('lists', () => {
  let setting: Setting
  let params: { organizationId: string }
  beforeAll(async () => {
    setting = await withBackup()
    params = setting.params
    const { add, restore, jobs, policy } = setting
    await add({ title: 'Fresh', needIds: [restore], collectedAt: daysAgo(1) })
    await add({ title: 'Due for jobs', needIds: [restore, jobs], collectedAt: daysAgo(26) })
    await add({ title: 'Stale', needIds: [jobs], collectedAt: daysAgo(31), result: { kind: 'fail' } })
    await add({ title: 'Cut short', needIds: [policy], collectedAt: daysAgo(100), validUntil: daysAgo(1) })
    await add({ title: 'Serves nothing' })
  })

  it('filter as core judges, whatever the filter', async () => {
    const { client } = setting
    const all = await client.call(listEvidence, { params })
    expect(all.items.map((piece) => [piece.title, piece.freshness])).toEqual([
      ['Serves nothing', 'missing'],
      ['Fresh', 'current'],
      ['Due for jobs', 'due'],
      ['Stale', 'stale'],
      ['Cut short', 'stale'],
    ])
    for (const freshness of ['current', 'due', 'stale', 'missing'] as const) {
      const filtered = await client.call(listEvidence, { params, query: { freshness } })
      const expected = all.items.filter((piece) => piece.freshness === freshness)
      expect(filtered.items, freshness).toEqual(expected)
    }
    const titles = async (query: NonNullable<Parameters<typeof client.call<typeof listEvidence>>[1]>['query']) =>
      (await client.call(listEvidence, { params, query })).items.map((piece) => piece.title)
    const byEnd = await titles({ controlId: setting.controlId, sort: 'countsUntil' })
    expect(byEnd).toEqual(['Stale', 'Cut short', 'Due for jobs', 'Fresh'])
    expect(await titles({ needId: setting.policy })).toEqual(['Cut short'])
    expect(await titles({ result: 'fail' })).toEqual(['Stale'])
    expect(await titles({ collectedFrom: daysAgo(2) })).toEqual(['Serves nothing', 'Fresh'])
    expect(await titles({ collectedTo: daysAgo(90) })).toEqual(['Cut short'])
    expect(await titles({ q: 'e-3' })).toEqual(['Stale'])
    expect(await titles({ q: 'fresh', provenance: 'declared', state: 'active' })).toEqual(['Fresh'])
    expect(await titles({ provenance: 'observed' })).toEqual([])
  })

  it('show the inbox until somebody reviewed', async () => {
    const { client } = setting
    const inbox = async () => (await client.call(listEvidence, { params, query: { inbox: true } })).items
    expect(await inbox()).toHaveLength(5)
    const [first] = await inbox()
    const manager = await setting.clientAs('manager')
    const one = { ...params, evidenceId: first?.id ?? '' }
    const accepted = await manager.call(reviewEvidence, { params: one, ifMatch: 1, body: { result: 'accepted' } })
    expect(accepted).toMatchObject({ state: 'active', reviewResult: 'accepted' })
    expect(await inbox()).toHaveLength(4)
  })

  it('show what runs out, the first to go first, judged by the newest piece of each need', async () => {
    const soon = await setting.client.call(listExpiring, { params, query: { days: 30 } })
    expect(soon.items.map((need) => [need.evidence.title, need.freshness])).toEqual([
      ['Cut short', 'stale'],
      ['Due for jobs', 'due'],
    ])
    const later = await setting.client.call(listExpiring, { params, query: { days: 300, q: 'restore' } })
    expect(later.items.map((need) => need.evidence.title)).toEqual(['Fresh'])
    expect((await setting.client.call(listExpiring, { params, query: { days: 0 } })).total).toBe(1)
    const year = { days: 365, sort: '-validUntil' as const }
    const all = (await setting.client.call(listExpiring, { params, query: year })).items
    expect(all.map(({ freshness }) => freshness)).toContain('current')
    for (const state of ['current', 'due', 'stale'] as const) {
      const query = { ...year, freshness: state }
      const some = (await setting.client.call(listExpiring, { params, query })).items
      expect(some).toEqual(all.filter(({ freshness }) => freshness === state))
    }
    expect((await setting.client.call(listExpiring, { params, query: { ...year, collected: true } })).total).toBe(0)
    const answered = await setting.client.call(listExpiring, { params, query: { ...year, collected: false } })
    expect(answered.items).toEqual(all)
    // Nothing here serves a risk that has a price.
    expect(all.every(({ worthMinor }) => worthMinor === null)).toBe(true)
  })

  it('are taken away as a file', async () => {
    const response = await setting.client.download(exportEvidence, { params, query: { result: 'fail' } })
    expect(await response.text()).toMatch(/^Ref,Title,.*\r\nE-3,Stale,A\.8\.13,fail,declared/)
  })

  it('show the past', async () => {
    const queries = [
      ...(['collectedAt', '-collectedAt', 'number', '-number', 'createdAt', 'title', '-countsUntil'] as const).map(
        (sort) => ({ sort }),
      ),
      { provenance: 'declared', pageSize: 2 },
      { result: 'fail' },
      { state: 'active' },
      { review: 'pending', sort: 'number' },
      { collectedTo: daysAgo(1), number: 3 },
      { q: 's', needId: setting.restore },
      { page: 2, pageSize: 2 },
      { page: 9 },
    ] as const
    const pages = (asOf?: string) =>
      Promise.all(
        queries.map(async (query) => {
          const { items, total } = await setting.client.call(listEvidence, { params, query: { ...query, asOf } })
          return {
            query,
            total,
            shown: items.map(({ id, title, state, reviewResult }) => [id, title, state, reviewResult]),
          }
        }),
      )
    const shown = await pages()
    const then = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    const piece = await setting.add({ title: 'Later', needIds: [setting.restore] })
    const reviewed = await setting.client.call(listEvidence, { params, query: { inbox: true, sort: 'number' } })
    const one = { ...params, evidenceId: reviewed.items[0]?.id ?? '' }
    await setting.client.call(withdrawEvidence, { params: one, ifMatch: 1, body: { reason: 'Taken back.' } })
    expect(await pages()).not.toEqual(shown)
    expect(await pages(then)).toEqual(shown)
    const past = await setting.client.call(listEvidence, { params, query: { asOf: then } })
    expect(past.total).toBe(5)
    expect((await setting.client.call(listEvidence, { params })).total).toBe(6)
    for (const freshness of ['current', 'due', 'stale', 'missing'] as const) {
      const filtered = await setting.client.call(listEvidence, {
        params,
        query: { asOf: then, freshness, sort: 'countsUntil' },
      })
      expect(filtered.items.every((one) => one.freshness === freshness)).toBe(true)
    }
    await expect(
      setting.client.call(getEvidence, { params: { ...params, evidenceId: piece.id }, query: { asOf: then } }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('who may', () => {
  it('readers read, writers add, managers review, strangers see nothing', async () => {
    const setting: Setting & TestOrganization = await withBackup()
    const { params, restore, add } = setting
    const piece = await add({ needIds: [restore] })
    const one = { ...params, evidenceId: piece.id }
    const auditor = await setting.clientAs('auditor')
    expect((await auditor.call(getEvidence, { params: one })).number).toBe(1)
    await expect(
      auditor.call(withdrawEvidence, { params: one, ifMatch: 1, body: { reason: 'x' } }),
    ).rejects.toMatchObject({ status: 403 })
    const contributor = await setting.clientAs('contributor')
    await expect(
      contributor.call(reviewEvidence, { params: one, ifMatch: 1, body: { result: 'accepted' } }),
    ).rejects.toMatchObject({ status: 403 })
    const stranger = await server.createOrganization('Another')
    const theirs = { ...one, organizationId: stranger.organizationId }
    await expect(stranger.client.call(getEvidence, { params: theirs })).rejects.toMatchObject({ status: 404 })
    await expect(
      stranger.client.call(linkEvidence, { params: theirs, body: { needId: restore } }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
