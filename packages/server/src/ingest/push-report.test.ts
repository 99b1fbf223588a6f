import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { QueryOf } from '@sinew/contract/client.ts'
import {
  disableCollector,
  enableCollector,
  getCollector,
  listCollectors,
  listMissingSubjects,
  registerCollector,
  retireSubjects,
  updateCollector,
} from '@sinew/contract/collector/collector-contract.ts'
import { getControl, listControls, updateControl } from '@sinew/contract/control/control-contract.ts'
import { changeNeed, removeNeed } from '@sinew/contract/control/need-contract.ts'
import { listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { downloadFile } from '@sinew/contract/file/file-contract.ts'
import { getIngestRun, listIngestRuns, pushReport } from '@sinew/contract/ingest/ingest-contract.ts'
import { listMovements } from '@sinew/contract/movement/movement-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { prowlerFinding, prowlerReport, type SampleFinding } from '../test/prowler-report.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

const samples = fileURLToPath(new URL('../../../../../shared/samples/ocsf-prowler/', import.meta.url))
const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString()

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function organization() {
  const { client, organizationId, ...more } = await server.createOrganization()
  const params = { organizationId }
  const push = (body: string, query: QueryOf<typeof pushReport> = {}) =>
    client.call(pushReport, { params, body, query })
  /** What the collector's need of a control says now. */
  const standing = async (ref: string) => {
    const { items } = await client.call(listControls, { params, query: { q: ref, pageSize: 200 } })
    const controlId = items.find((control) => control.ref === ref)?.id ?? ''
    const control = await client.call(getControl, { params: { ...params, controlId } })
    const need = control.needs.find((one) => one.collectorId !== null)
    return need === undefined ? null : { result: need.newest?.result, share: need.standing.share, need, controlId }
  }
  return { client, organizationId, params, push, standing, ...more }
}

const iso = ['A.8.24']
const buckets = (codes: Record<string, string>, more: SampleFinding = {}): SampleFinding[] =>
  Object.entries(codes).map(([uid, code]) => ({ uid, code, iso, ...more }))

describe('a pushed report', () => {
  it('gives each control it speaks to one dated k of n, and keeps the file', async () => {
    const { client, params, push, standing } = await organization()
    const at = daysAgo(1)
    const report = prowlerReport(
      [
        ...buckets({ one: 'PASS', two: 'FAIL', three: 'PASS' }),
        // By the shipped table: A.8.3.
        { check: 'accessanalyzer_enabled', uid: 'region', code: 'FAIL' },
        { check: 'made_up_check', uid: 'one', code: 'PASS' },
        { check: 'look_yourself', uid: 'one', code: 'MANUAL', iso },
        { uid: 'muted', code: 'FAIL', status: 'Suppressed', iso: ['A.8.24', 'A.8.77'] },
      ],
      at,
    )
    const run = await push(report, { name: 'prowler.ocsf.json' })
    expect(run).toMatchObject({
      collectorName: 'Prowler on 111122223333',
      format: 'prowler-ocsf',
      toolVersion: '5.1.0',
      repeated: false,
      outdated: false,
      counts: { records: 7, pass: 3, fail: 2, manual: 1, suppressed: 1, controls: 2, missing: 0, unmapped: 1 },
      controls: [
        { ref: 'A.8.3', passed: 0, expected: 1 },
        { ref: 'A.8.24', passed: 2, expected: 4 },
      ],
      unmappedChecks: [{ checkId: 'made_up_check', title: 'Title of made_up_check', records: 1 }],
      manualChecks: [{ checkId: 'look_yourself' }],
      unknownRefs: ['A.8.77'],
      missing: [],
      file: { name: 'prowler.ocsf.json' },
    })
    const kept = await client.download(downloadFile, { params: { ...params, fileId: run.file.id } })
    expect(await kept.text()).toBe(report)
    const encryption = await standing('A.8.24')
    expect(encryption).toMatchObject({
      result: { kind: 'k_of_n', passed: 2, expected: 4 },
      share: 0.5,
      need: { title: 'Prowler checks of 111122223333', cadenceDays: 7, weight: 1, nature: 'operation' },
    })
    const pieces = await client.call(listEvidence, { params, query: { ingestRunId: run.id, provenance: 'observed' } })
    expect(pieces.total).toBe(2)
    expect(pieces.items[0]).toMatchObject({ collectorName: 'Prowler on 111122223333', freshness: 'current' })
    expect(Date.parse(pieces.items[0]?.collectedAt ?? '')).toBe(Math.floor(Date.parse(at) / 1_000) * 1_000)
    const inbox = await client.call(listEvidence, { params, query: { inbox: true } })
    expect(inbox.total).toBe(0)
  })

  it('pushed again answers the same and changes nothing, however many push at once', async () => {
    const { client, params, push } = await organization()
    const report = prowlerReport(buckets({ one: 'PASS', two: 'FAIL' }), daysAgo(1))
    const runs = await Promise.all([1, 2, 3, 4].map(() => push(report)))
    expect(new Set(runs.map((run) => run.id)).size).toBe(1)
    expect(runs.filter((run) => !run.repeated)).toHaveLength(1)
    const again = await push(report)
    expect(again).toMatchObject({ id: runs[0]?.id, repeated: true })
    expect(await push(report, { collectorId: again.collectorId })).toEqual(again)
    expect((await client.call(listEvidence, { params })).total).toBe(1)
    expect((await client.call(listCollectors, { params })).items).toHaveLength(1)
    expect((await client.call(listIngestRuns, { params })).total).toBe(1)
    expect(await client.call(getIngestRun, { params: { ...params, ingestRunId: again.id } })).toEqual({
      ...again,
      repeated: false,
    })
  })

  it('different reports at once are taken one after the other', async () => {
    const { client, params, push, standing } = await organization()
    const reports = [5, 4, 3, 2, 1].map((days) =>
      prowlerReport(buckets({ one: 'PASS', [`bucket-${days}`]: 'PASS' }), daysAgo(days)),
    )
    await Promise.all(reports.map((report) => push(report)))
    expect((await client.call(listIngestRuns, { params })).total).toBe(5)
    expect((await client.call(listCollectors, { params })).items).toHaveLength(1)
    // Whatever the order, the newest one decides: its two, and of the others only what was known before it came.
    const { result } = (await standing('A.8.24')) ?? {}
    expect(result).toMatchObject({ kind: 'k_of_n', passed: 2 })
  })
})

describe('the chain behind a report', () => {
  it('moves with its sentence: the control in the list, the movement and its cause', async () => {
    const { client, params, push } = await organization()
    const { items } = await client.call(listControls, { params, query: { ref: 'A.8.24' } })
    const one = { ...params, controlId: items[0]?.id ?? '' }
    await client.call(updateControl, { params: one, ifMatch: 1, body: { implementation: 'implemented' } })
    await recompute(server.services, params.organizationId)
    const { observedFrom } = await push(prowlerReport(buckets({ one: 'PASS', two: 'PASS' }), daysAgo(2)))
    await recompute(server.services, params.organizationId)
    const shown = await client.call(getControl, { params: one })
    const [listed] = (await client.call(listControls, { params, query: { ref: 'A.8.24' } })).items
    expect(listed?.assurance).toBeCloseTo(shown.assurance, 12)
    expect(shown.assurance).toBeGreaterThan(0)
    const entity = { entity: 'control', entityId: one.controlId } as const
    const [movement] = (await client.call(listMovements, { params, query: entity })).items
    expect(movement?.sentence).toContain('A.8.24')
    expect(movement?.sentence).toMatch(/Prowler/)
    const worse = await push(prowlerReport(buckets({ one: 'PASS', two: 'FAIL' }), daysAgo(1)))
    expect(worse.observedFrom > observedFrom).toBe(true)
    await recompute(server.services, params.organizationId)
    const after = (await client.call(listControls, { params, query: { ref: 'A.8.24' } })).items[0]
    expect(after?.assurance).toBeLessThan(listed?.assurance ?? 0)
    expect(after?.proof).toBe('failing')
  })
})

describe('silence never helps', () => {
  it('what was seen before and is missing counts as not passing until somebody retires it', async () => {
    const { client, params, push, standing } = await organization()
    await push(prowlerReport(buckets({ one: 'PASS', two: 'FAIL' }), daysAgo(9)))
    // The failing bucket is gone from the report.
    const run = await push(prowlerReport(buckets({ one: 'PASS' }), daysAgo(6)))
    expect(run).toMatchObject({
      counts: { missing: 1 },
      controls: [{ ref: 'A.8.24', passed: 1, expected: 2, missing: 1 }],
      missing: [{ ref: 'A.8.24', checkId: 's3_bucket_default_encryption', subjectUid: 'two' }],
    })
    const { collectorId } = run
    const one = { ...params, collectorId }
    const missing = await client.call(listMissingSubjects, { params: one })
    expect(missing.items).toMatchObject([{ subjectUid: 'two', controls: [{ ref: 'A.8.24' }] }])
    const subjects = [{ checkId: 's3_bucket_default_encryption', subjectUid: 'two' }]
    await expect(client.call(retireSubjects, { params: one, body: { subjects, reason: '' } })).rejects.toMatchObject({
      status: 422,
    })
    const present = [{ checkId: 's3_bucket_default_encryption', subjectUid: 'one' }]
    await expect(
      client.call(retireSubjects, { params: one, body: { subjects: present, reason: 'Not wanted.' } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'subject-not-missing' }] } })
    const reason = 'Deleted with the old shop.'
    expect(await client.call(retireSubjects, { params: one, body: { subjects, reason } })).toEqual({ retired: 1 })
    expect((await client.call(listMissingSubjects, { params: one })).total).toBe(0)
    // The decision counts from the next report on.
    expect((await standing('A.8.24'))?.share).toBe(0.5)
    await push(prowlerReport(buckets({ one: 'PASS' }), daysAgo(3)))
    expect((await standing('A.8.24'))?.share).toBe(1)
    // It comes back, failing: no earlier decision hides it.
    await push(prowlerReport(buckets({ one: 'PASS', two: 'FAIL' }), daysAgo(1)))
    expect((await standing('A.8.24'))?.share).toBe(0.5)
    const kept = await server.services.pools.owner.query(
      `select distinct reason from revision where entity = 'observed_subject' and operation = 'update' and reason <> '' and organization_id = $1`,
      [params.organizationId],
    )
    expect(kept.rows).toEqual([{ reason }])
  })

  it('a control that a report does not mention any more fails all its checks', async () => {
    const { push, standing } = await organization()
    await push(prowlerReport([...buckets({ one: 'PASS' }), { check: 'x', uid: 'user', iso: ['A.8.2'] }], daysAgo(5)))
    expect((await standing('A.8.2'))?.share).toBe(1)
    const run = await push(prowlerReport(buckets({ one: 'PASS' }), daysAgo(2)))
    expect(run.controls).toMatchObject([
      { ref: 'A.8.2', passed: 0, expected: 1, missing: 1 },
      { ref: 'A.8.24', passed: 1, expected: 1 },
    ])
    expect((await standing('A.8.2'))?.share).toBe(0)
  })

  it('muting a finding in the tool mends nothing', async () => {
    const { push, standing } = await organization()
    await push(prowlerReport(buckets({ one: 'PASS', two: 'FAIL' }), daysAgo(5)))
    await push(
      prowlerReport([...buckets({ one: 'PASS' }), { uid: 'two', code: 'FAIL', status: 'Suppressed', iso }], daysAgo(2)),
    )
    expect((await standing('A.8.24'))?.share).toBe(0.5)
  })

  it('an older report is kept and decides nothing', async () => {
    const { client, params, push, standing } = await organization()
    await push(prowlerReport(buckets({ one: 'PASS', two: 'FAIL' }), daysAgo(2)))
    const before = await standing('A.8.24')
    const older = [...buckets({ one: 'PASS', gone: 'PASS' }), { check: 'x', uid: 'user', iso: ['A.8.2'] }]
    const run = await push(prowlerReport(older, daysAgo(5)))
    expect(run).toMatchObject({ outdated: true, controls: [{ ref: 'A.8.24', passed: 2, expected: 2 }] })
    const after = await standing('A.8.24')
    expect(after?.result).toEqual(before?.result)
    expect(await standing('A.8.2')).toBeNull()
    expect(
      (await client.call(listMissingSubjects, { params: { ...params, collectorId: run.collectorId } })).total,
    ).toBe(0)
    const [collector] = (await client.call(listCollectors, { params })).items
    expect(Date.parse(collector?.lastReportAt ?? '')).toBeGreaterThan(Date.now() - 3 * dayMs)
    // The next report is held to what the newest one saw, not to what was gone before it.
    const next = await push(prowlerReport(buckets({ one: 'PASS', two: 'PASS' }), daysAgo(1)))
    expect(next.controls).toMatchObject([{ passed: 2, expected: 2 }])
  })
})

describe('a collector', () => {
  it('is registered once for a tool and an account, and takes the reports of that tool', async () => {
    const { client, params, push } = await organization()
    const body = { name: 'Production', scope: '111122223333', cadenceDays: 1 }
    const collector = await client.call(registerCollector, { params, body })
    expect(collector).toMatchObject({ tool: 'prowler', state: 'silent', lastReportAt: null, number: 1 })
    expect(collector.sentence).toBe('Collector Production has never reported; it should report every 1 day.')
    await expect(client.call(registerCollector, { params, body })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'collector-exists' }] },
    })
    const run = await push(prowlerReport(buckets({ one: 'PASS' }), new Date().toISOString()))
    expect(run.collectorId).toBe(collector.id)
    const one = { ...params, collectorId: collector.id }
    expect(await client.call(getCollector, { params: one })).toMatchObject({
      state: 'reporting',
      controlCount: 1,
      runCount: 1,
    })
    const other = await client.call(registerCollector, { params, body: { name: 'Other', tool: 'trivy' } })
    await expect(push(prowlerReport(buckets({ two: 'PASS' })), { collectorId: other.id })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'collector-of-other-tool' }] },
    })
    const states = (await client.call(listCollectors, { params })).items.map((item) => item.state)
    expect(states).toEqual(['silent', 'reporting'])
  })

  it('has to be named for a report of several accounts', async () => {
    const { client, params, push } = await organization()
    const report = prowlerReport([
      { uid: 'one', account: '1', iso },
      { uid: 'two', account: '2', iso },
    ])
    await expect(push(report)).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'collectorId', message: expect.stringContaining('covers 2 accounts (1, 2)') }] },
    })
    const { id } = await client.call(registerCollector, { params, body: { name: 'All accounts' } })
    expect((await push(report, { collectorId: id })).controls).toMatchObject([{ passed: 2, expected: 2 }])
  })

  it('is switched off with a reason, takes nothing meanwhile, and is switched on again', async () => {
    const { client, params, push } = await organization()
    const first = await push(prowlerReport(buckets({ one: 'PASS' }), daysAgo(3)))
    const one = { ...params, collectorId: first.collectorId }
    const { version } = await client.call(getCollector, { params: one })
    await expect(
      client.call(disableCollector, { params: one, ifMatch: version, body: { reason: ' ' } }),
    ).rejects.toMatchObject({ status: 422 })
    await expect(
      client.call(disableCollector, { params: one, ifMatch: version + 7, body: { reason: 'x' } }),
    ).rejects.toMatchObject({ status: 412 })
    const off = await client.call(disableCollector, { params: one, ifMatch: version, body: { reason: 'Moved away.' } })
    expect(off).toMatchObject({ state: 'disabled', active: false, disabledReason: 'Moved away.' })
    const next = prowlerReport(buckets({ one: 'PASS' }), daysAgo(1))
    await expect(push(next)).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'collector-disabled' }] },
    })
    await client.call(enableCollector, { params: one, ifMatch: off.version })
    expect((await push(next)).repeated).toBe(false)
  })

  it('hands a new rhythm to the needs that follow it, a longer one with a reason', async () => {
    const { client, params, push, standing } = await organization()
    const report = prowlerReport([...buckets({ one: 'PASS' }), { check: 'x', uid: 'u', iso: ['A.8.2'] }], daysAgo(1))
    const { collectorId } = await push(report, { cadenceDays: 14 })
    const own = await standing('A.8.2')
    await client.call(changeNeed, {
      params: { ...params, controlId: own?.controlId ?? '', needId: own?.need.id ?? '' },
      ifMatch: 1,
      body: { cadenceDays: 2 },
    })
    const one = { ...params, collectorId }
    const { version } = await client.call(getCollector, { params: one })
    const longer = { cadenceDays: 30 }
    await expect(client.call(updateCollector, { params: one, ifMatch: version, body: longer })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'reason' }] },
    })
    const reason = 'The audit asks for monthly.'
    await client.call(updateCollector, { params: one, ifMatch: version, body: { ...longer, reason, name: 'Monthly' } })
    expect((await standing('A.8.24'))?.need).toMatchObject({ cadenceDays: 30, collectorName: 'Monthly' })
    expect((await standing('A.8.2'))?.need.cadenceDays).toBe(2)
  })

  it('asks again for a need somebody removed', async () => {
    const { client, params, push, standing } = await organization()
    await push(prowlerReport(buckets({ one: 'FAIL' }), daysAgo(3)))
    const { need, controlId } = (await standing('A.8.24')) ?? {}
    await client.call(removeNeed, {
      params: { ...params, controlId: controlId ?? '', needId: need?.id ?? '' },
      ifMatch: 1,
      body: { reason: 'Noise.' },
    })
    expect(await standing('A.8.24')).toBeNull()
    await push(prowlerReport(buckets({ one: 'FAIL' }), daysAgo(1)))
    expect((await standing('A.8.24'))?.share).toBe(0)
  })
})

describe('a report that cannot be read', () => {
  it.each([
    ['nonsense', 'file'],
    ['[]', 'file'],
    [JSON.stringify([prowlerFinding({}), { ...prowlerFinding({}), time: null }]), 'record 2: time'],
    [`${JSON.stringify([prowlerFinding({})]).slice(0, -20)}`, 'record 1'],
    [prowlerReport([{ at: '2099-01-01T00:00:00Z' }]), 'record 1: time'],
  ])('is refused whole, with the place (%#)', async (body, path) => {
    const { client, params, push } = await organization()
    await expect(push(body)).rejects.toMatchObject({ status: 422, problem: { errors: [{ path }] } })
    expect((await client.call(listCollectors, { params })).items).toEqual([])
    expect((await client.call(listEvidence, { params })).total).toBe(0)
  })

  it('is refused by size before it is read', async () => {
    const { push } = await organization()
    const large = prowlerReport([{ more: { message: 'x'.repeat(server.services.maxUploadBytes) } }])
    await expect(push(large)).rejects.toMatchObject({ status: 413 })
  })
})

describe('who may', () => {
  it('push: who may write evidence; switch and retire: managers; strangers: nothing', async () => {
    const setting = await organization()
    const { params, push } = setting
    const report = prowlerReport(buckets({ one: 'PASS' }), daysAgo(2))
    const contributor = await setting.clientAs('contributor')
    const run = await contributor.call(pushReport, { params, body: report })
    const one = { ...params, collectorId: run.collectorId }
    const subjects = [{ checkId: 'x', subjectUid: 'y' }]
    await expect(
      contributor.call(retireSubjects, { params: one, body: { subjects, reason: 'x' } }),
    ).rejects.toMatchObject({ status: 403 })
    const reader = await setting.clientAs('reader')
    await expect(reader.call(pushReport, { params, body: report })).rejects.toMatchObject({ status: 403 })
    expect((await reader.call(getIngestRun, { params: { ...params, ingestRunId: run.id } })).id).toBe(run.id)
    const stranger = await organization()
    await expect(stranger.push(report, { collectorId: run.collectorId })).rejects.toMatchObject({ status: 404 })
    expect((await stranger.push(report)).repeated).toBe(false)
    expect((await push(report)).repeated).toBe(true)
  })
})

describe.skipIf(!existsSync(samples))('the sample reports of Prowler', () => {
  it.each([
    ['example_output_aws.ocsf.json', 5, 'Prowler on aws'],
    ['prowler_many_vuln.ocsf.json', 3, 'Prowler on 123456789012'],
  ])('%s is taken', async (name, records, collectorName) => {
    const { push, standing } = await organization()
    const run = await push(readFileSync(join(samples, name), 'utf8'), { name })
    expect(run).toMatchObject({ collectorName, counts: { records } })
    for (const control of run.controls) {
      expect((await standing(control.ref))?.result).toMatchObject({ kind: 'k_of_n', passed: 0 })
    }
  })
})
