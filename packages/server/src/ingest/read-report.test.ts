import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Observation } from '@sinew/core/ingest/observation.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prowlerFinding, prowlerReport } from '../test/prowler-report.ts'
import { prowlerOcsf } from './adapters/prowler-ocsf.ts'
import { chooseAdapter } from './choose-adapter.ts'
import { jsonRecords } from './json-records.ts'
import { readInWorker } from './read-in-worker.ts'
import { ReportProblem } from './report-problem.ts'

const samples = fileURLToPath(new URL('../../../../../shared/samples/', import.meta.url))

/** The bytes in chunks of a size, as a network or a disk gives them. */
function streamOf(content: string | Uint8Array, chunkBytes = 7): ReadableStream<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + chunkBytes))
      at += chunkBytes
    },
  })
}

async function read(content: string | Uint8Array, chunkBytes?: number): Promise<readonly Observation[]> {
  const observations: Observation[] = []
  for await (const one of prowlerOcsf.read(streamOf(content, chunkBytes))) observations.push(one)
  return observations
}

async function values(text: string, chunkBytes: number): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const { value } of jsonRecords(streamOf(text, chunkBytes))) found.push(value)
  return found
}

const place = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    (error) => (error instanceof ReportProblem ? `${error.place}: ${error.message}` : String(error)),
  )

describe('the records of a JSON file', () => {
  it.each([
    ['[{"a":1},{"a":2}]', 2],
    [' [ {"a":1} , {"a":2} ] \n', 2],
    ['{"a":1}\n{"a":2}\r\n{"a":3}', 3],
    ['{"a":"}]{[\\"\\\\"}{"b":[[{}]]}', 2],
    ['\uFEFF{"a":1}', 1],
  ])('%j has %i', async (text, count) => {
    for (const chunkBytes of [1, 3, 1_000]) expect(await values(text, chunkBytes)).toHaveLength(count)
  })

  it.each([
    ['', 'file: The report is empty'],
    ['[]', 'file: The report is empty'],
    ['[1]', 'record 1: Expected an object (“{”), found “1”.'],
    ['[{"a":1},]', 'record 2: Expected an object'],
    ['[{"a":1}{"a":2}]', 'record 2: Expected an object'],
    ['[{"a":1}] x', 'record 2: Expected an object'],
    ['[{"a":1}', 'file: The file ends before its list does.'],
    ['[{"a":1},{"a"', 'record 2: The file ends in the middle of this record.'],
    ['[{"a":1},{a:2}]', 'record 2: It is not JSON'],
    ['{"a":1}}', 'record 2: Expected an object'],
    [`{"a":${'['.repeat(70)}${']'.repeat(70)}}`, 'record 1: It is nested deeper than 64 levels.'],
    ['var results = {"a":1}', 'record 1: Expected an object'],
  ])('%j is refused at its place', async (text, message) => {
    expect(await place(values(text, 5))).toContain(message)
  })

  it('are what JSON.parse makes of them, wherever the chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (records, chunkBytes) => {
          const parsed = JSON.parse(JSON.stringify(records))
          expect(await values(JSON.stringify(records), chunkBytes)).toEqual(parsed)
          expect(await values(records.map((one) => JSON.stringify(one)).join('\n'), chunkBytes)).toEqual(parsed)
        },
      ),
    )
  })
})

describe('a Prowler OCSF report', () => {
  it('becomes one observation for each resource of each finding', async () => {
    const resources = [{ uid: 'a', type: 'X', region: 'eu-west-1' }, { name: 'b' }]
    const report = prowlerReport([{ iso: ['A.8.24'], more: { resources } }])
    expect(await read(report)).toEqual([
      {
        tool: 'Prowler',
        toolVersion: '5.1.0',
        observedAt: Date.parse('2026-01-10T06:00:00Z'),
        subject: { uid: 'a', type: 'X', account: '111122223333', region: 'eu-west-1' },
        platform: 'aws',
        checkId: 's3_bucket_default_encryption',
        title: 'Title of s3_bucket_default_encryption',
        status: 'pass',
        severity: 'high',
        frameworkRefs: [
          { framework: 'CIS-3.0', ref: '1.20' },
          { framework: 'ISO27001-2022', ref: 'A.8.24' },
        ],
        pointer: 'record 1',
      },
      expect.objectContaining({ subject: { uid: 'b', type: '', account: '111122223333', region: 'eu-west-1' } }),
    ])
  })

  it.each([
    ['PASS', 'New', 'pass'],
    ['pass', 'New', 'pass'],
    ['FAIL', 'New', 'fail'],
    ['FAIL', 'Suppressed', 'suppressed'],
    ['PASS', 'suppressed', 'suppressed'],
    ['MANUAL', 'New', 'manual'],
    ['INFO', 'New', 'error'],
    ['', 'New', 'error'],
  ])('code %j with status %j is %s', async (code, status, expected) => {
    expect((await read(prowlerReport([{ code, status }])))[0]?.status).toBe(expected)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['seconds', { time: 1_739_539_623, time_dt: '2025-02-14T14:27:03.9' }, '2025-02-14T13:27:03.000Z'],
    ['milliseconds', { time: 1_739_539_623_000 }, '2025-02-14T13:27:03.000Z'],
    ['text without zone', { time: undefined, time_dt: '2025-02-14T14:27:03.913874' }, '2025-02-14T14:27:03.913Z'],
    ['text with zone', { time: undefined, time_dt: '2025-02-14T14:27:03+02:00' }, '2025-02-14T12:27:03.000Z'],
    ['the old field', { time: undefined, event_time: '2024-06-03T14:15:19.382075' }, '2024-06-03T14:15:19.382Z'],
    ['a number as text', { time: '1739539623' }, '2025-02-14T13:27:03.000Z'],
    [
      'the finding’s own',
      { time: 0, finding_info: { created_time: 1_739_539_623, title: 'T' } },
      '2025-02-14T13:27:03.000Z',
    ],
  ])('takes its time from %s', async (_what, more, expected) => {
    const [observation] = await read(prowlerReport([{ more }]))
    expect(new Date(observation?.observedAt ?? 0).toISOString()).toBe(expected)
  })

  it('knows a placeholder from a name', async () => {
    const more = {
      resources: [{ uid: '<resource_uid>', name: ' ', region: '<region>' }],
      cloud: { account: { uid: '<account_uid>' }, provider: 'AWS', region: null },
      finding_info: { title: '', uid: '<finding_uid>' },
      unmapped: null,
    }
    const [observation] = await read(prowlerReport([{ more }]))
    expect(observation).toMatchObject({
      subject: { uid: 'unknown', account: '', region: '' },
      platform: 'aws',
      title: 's3_bucket_default_encryption',
      frameworkRefs: [],
    })
  })

  it.each<[string, unknown, string]>([
    ['no check', { metadata: { product: { name: 'Prowler' } } }, 'record 2: metadata.event_code'],
    ['a number for a code', { status_code: 1 }, 'record 2: status_code'],
    ['no time', { time: undefined }, 'record 2: time'],
    ['a time in the last century', { time: 5 }, 'record 2: time'],
    ['resources that are no list', { resources: 'x' }, 'record 2: resources'],
  ])('with %s is refused, and says where', async (_what, more, where) => {
    const second = prowlerFinding({ more: more as Record<string, unknown> })
    expect(await place(read(JSON.stringify([prowlerFinding({}), second])))).toContain(where)
  })

  it('keeps what looks like a prototype as data', async () => {
    const report = `[${JSON.stringify(prowlerFinding({})).replace('"compliance":{', '"compliance":{"__proto__":["x"],')}]`
    const [observation] = await read(report)
    expect(observation?.frameworkRefs).toContainEqual({ framework: '__proto__', ref: 'x' })
    expect(({} as Record<string, unknown>)[0]).toBeUndefined()
  })

  it('is read whatever is mutated in it, or refused with a place, never anything else', async () => {
    const bytes = new TextEncoder().encode(prowlerReport([{ iso: ['A.8.24'] }, { code: 'FAIL', uid: 'two' }]))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.nat({ max: bytes.length }),
        async (flips, cut) => {
          const mutated = bytes.slice(0, cut % 2 === 0 ? bytes.length : cut)
          for (const [at, value] of flips) if (at < mutated.length) mutated[at] = value
          const outcome = await place(read(mutated, 256))
          expect(outcome).toMatch(/^(read$|file: |record \d+(: |$))/)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the format', () => {
  const choose = (text: string, format = 'auto') => chooseAdapter(new TextEncoder().encode(text), format)
  it('is told by content', () => {
    expect(choose(prowlerReport([{}])).format).toBe('prowler-ocsf')
    expect(choose(`\uFEFF${JSON.stringify(prowlerFinding({}), null, 2)}\n`).format).toBe('prowler-ocsf')
    expect(choose('anything', 'prowler-ocsf').format).toBe('prowler-ocsf')
  })

  it.each([
    ['<html></html>', 'This is no report that can be read here.'],
    ['{"class_uid": 2003, "metadata": {"product": {"name": "Security Hub"}}}', 'This is no report'],
    ['[{"AssessmentStartTime": "x", "CheckID": "y"}]', 'Run it with --output-formats json-ocsf'],
    ['AUTH_METHOD;TIMESTAMP;ACCOUNT_UID', 'Run it with --output-formats json-ocsf'],
  ])('%j is refused with what to do', (text, message) => {
    expect(() => choose(text)).toThrow(message)
  })
})

describe('the reader', () => {
  it('reads in a thread of its own, many at once, in order', async () => {
    const report = prowlerReport(Array.from({ length: 5_000 }, (_, i) => ({ uid: `bucket-${i}` })))
    const all = await Promise.all([1, 2, 3].map(() => readInWorker(streamOf(report, 65_536), 'prowler-ocsf')))
    for (const observations of all) {
      expect(observations).toHaveLength(5_000)
      expect(observations[4_999]?.pointer).toBe('record 5000')
    }
  })

  it('gives up on a report that takes too long or too much memory, and reads the next', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) })
    const slow = readInWorker(endless, 'prowler-ocsf', { timeMs: 300, memoryMb: 128 })
    expect(await place(slow)).toContain('file: Reading it takes longer than')
    const wide = prowlerReport([{ more: { resources: Array.from({ length: 200_000 }, (_, i) => ({ uid: `u${i}` })) } }])
    const large = readInWorker(streamOf(wide, 65_536), 'prowler-ocsf', { timeMs: 60_000, memoryMb: 16 })
    expect(await place(large)).toMatch(/MB of memory/)
    const place1 = readInWorker(streamOf('[{]'), 'prowler-ocsf')
    expect(await place(place1)).toMatch(/^record 1/)
    expect(await readInWorker(streamOf(prowlerReport([{}])), 'prowler-ocsf')).toHaveLength(1)
  })
})

describe.skipIf(!existsSync(join(samples, 'ocsf-prowler')))('the sample reports', () => {
  const expected = () => JSON.parse(readFileSync(join(samples, 'EXPECTED.json'), 'utf8'))['ocsf-prowler']
  it.each(['example_output_aws.ocsf.json', 'prowler_many_vuln.ocsf.json'])(
    '%s: counts as others count',
    async (name) => {
      const bytes = readFileSync(join(samples, 'ocsf-prowler', name))
      expect(chooseAdapter(bytes, 'auto').format).toBe('prowler-ocsf')
      const observations = await read(bytes, 1_000)
      const records = new Set(observations.map((one) => one.pointer))
      expect(records.size).toBe(expected()[name].records)
      // A muted finding keeps its code FAIL in the independent count.
      const failing = observations.filter((one) => one.status === 'fail' || one.status === 'suppressed').length
      const manual = observations.filter((one) => one.status === 'manual').length
      expect({ FAIL: failing, MANUAL: manual }).toEqual({ FAIL: 0, MANUAL: 0, ...expected()[name].status_code })
    },
  )

  it('of other formats are refused with what to do', () => {
    for (const name of ['prowler_v3_native.json', 'example_output_azure.csv']) {
      const bytes = readFileSync(join(samples, 'ocsf-prowler', name))
      expect(() => chooseAdapter(bytes, 'auto'), name).toThrow('json-ocsf')
    }
  })
})

describe.skipIf(!existsSync(join(samples, 'hostile')))('hostile files', () => {
  it('are refused with a place, even when somebody insists on the format', async () => {
    for (const name of readdirSync(join(samples, 'hostile'))) {
      const bytes = readFileSync(join(samples, 'hostile', name))
      expect(() => chooseAdapter(bytes, 'auto'), name).toThrow(ReportProblem)
      expect(await place(readInWorker(streamOf(bytes, 65_536), 'prowler-ocsf')), name).toMatch(/^(file|record \d+)/)
    }
  })
})
