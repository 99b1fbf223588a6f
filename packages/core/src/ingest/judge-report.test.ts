import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapCheck, normaliseAnnexARef } from './annex-a-refs.ts'
import { judgeReport, type KnownMember } from './judge-report.ts'
import { type Observation, observationStatuses } from './observation.ts'
import { anObservation } from './sample-observation.ts'

const encryption = 's3_bucket_default_encryption'
const known = (uid: string, fields: Partial<KnownMember> = {}): KnownMember => ({
  ref: 'A.8.24',
  checkId: encryption,
  subjectUid: uid,
  missing: false,
  retired: false,
  ...fields,
})
const kOfN = (observations: readonly Observation[], population: readonly KnownMember[] = []) =>
  judgeReport(observations, population).controls.map(({ ref, passed, expected, missing }) => [
    ref,
    passed,
    expected,
    missing,
  ])

describe('references to Annex A in a report', () => {
  it.each([
    ['A.8.2', 'A.8.2'],
    ['8.2', 'A.8.2'],
    ['A8.24', 'A.8.24'],
    ['a.5.01 Policies', 'A.5.1'],
    ['A-8.2', 'A.8.2'],
    ['A.9.2.1', null],
    ['A.8.2.1', null],
    ['12.1', null],
    ['', null],
  ])('%j is %j', (text, ref) => {
    expect(normaliseAnnexARef(text)).toBe(ref)
  })

  it('come from the report, else from the shipped table, else from nowhere', () => {
    const refs = (frameworkRefs: Observation['frameworkRefs'], checkId = encryption) =>
      mapCheck(anObservation({ frameworkRefs, checkId }))
    const iso = (ref: string, framework = 'ISO27001-2022') => ({ framework, ref })
    expect(refs([iso('8.24'), iso('A.5.1'), iso('A.8.24')])).toEqual({
      refs: ['A.5.1', 'A.8.24'],
      from: 'report',
      unknown: [],
    })
    expect(refs([iso('A.8.99'), iso('A.8.1')])).toEqual({ refs: ['A.8.1'], from: 'report', unknown: ['A.8.99'] })
    expect(refs([iso('A.9.2.1', 'ISO27001-2013')], 'accessanalyzer_enabled')).toEqual({
      refs: ['A.8.3'],
      from: 'table',
      unknown: [],
    })
    expect(refs([iso('nonsense')], 'no_such_check')).toEqual({ refs: [], from: 'nowhere', unknown: ['nonsense'] })
    expect(
      mapCheck(anObservation({ tool: 'Other', frameworkRefs: [], checkId: 'accessanalyzer_enabled' })).refs,
    ).toEqual([])
  })
})

describe('k of n', () => {
  it.each<[string, Observation[], KnownMember[], (string | number)[][]]>([
    ['two pass', [anObservation(), anObservation({ uid: 'b' })], [], [['A.8.24', 2, 2, 0]]],
    ['one fails', [anObservation(), anObservation({ uid: 'b', status: 'fail' })], [], [['A.8.24', 1, 2, 0]]],
    ['a muted failure is no pass', [anObservation({ status: 'suppressed' })], [], [['A.8.24', 0, 1, 0]]],
    ['an error is no pass', [anObservation({ status: 'error' })], [], [['A.8.24', 0, 1, 0]]],
    ['manual is neither', [anObservation({ status: 'manual' })], [], []],
    ['nor is not applicable', [anObservation({ status: 'not_applicable' })], [], []],
    [
      'a manual check that used to pass is missing',
      [anObservation({ status: 'manual' })],
      [known('bucket-1')],
      [['A.8.24', 0, 1, 1]],
    ],
    [
      'one subject, pass and fail',
      [anObservation(), anObservation({ status: 'fail' }), anObservation()],
      [],
      [['A.8.24', 0, 1, 0]],
    ],
    ['missing counts as not passing', [anObservation()], [known('bucket-1'), known('gone')], [['A.8.24', 1, 2, 1]]],
    ['retired does not count', [anObservation()], [known('gone', { retired: true })], [['A.8.24', 1, 1, 0]]],
    ['a control not mentioned at all', [], [known('gone')], [['A.8.24', 0, 1, 1]]],
    [
      'another check on the same subject',
      [anObservation({ checkId: 'other' })],
      [known('bucket-1')],
      [['A.8.24', 1, 2, 1]],
    ],
  ])('%s', (_what, observations, population, expected) => {
    expect(kOfN(observations, population)).toEqual(expected)
  })

  it('tells the new, the lost, the found and the returned apart', () => {
    const population = [
      known('same'),
      known('lost'),
      known('still gone', { missing: true }),
      known('found', { missing: true }),
      known('returned', { retired: true }),
    ]
    const uids = (members: readonly { subjectUid: string }[]) => members.map((member) => member.subjectUid)
    const verdict = judgeReport(
      ['same', 'found', 'returned', 'new'].map((uid) => anObservation({ uid })),
      population,
    )
    expect(uids(verdict.added)).toEqual(['new'])
    expect(uids(verdict.lost)).toEqual(['lost'])
    expect(uids(verdict.found)).toEqual(['found'])
    expect(uids(verdict.returned)).toEqual(['returned'])
    expect(uids(verdict.missing)).toEqual(['lost', 'still gone'])
    expect(verdict.controls).toEqual([{ ref: 'A.8.24', passed: 4, expected: 6, missing: 2 }])
  })

  it('lists what says nothing: unmapped, manual and unknown', () => {
    const verdict = judgeReport(
      [
        anObservation({ checkId: 'b', frameworkRefs: [], title: 'B' }),
        anObservation({ checkId: 'a', frameworkRefs: [], title: 'A', status: 'manual', pointer: 'record 2' }),
        anObservation({ checkId: 'b', frameworkRefs: [{ framework: 'iso 27001:2022', ref: 'X' }], title: 'B' }),
      ],
      [],
    )
    expect(verdict.unmapped).toEqual([
      { checkId: 'a', title: 'A', records: 1 },
      { checkId: 'b', title: 'B', records: 2 },
    ])
    expect(verdict.manual).toEqual([{ checkId: 'a', title: 'A', records: 1 }])
    expect(verdict.unknownRefs).toEqual(['X'])
    expect(verdict.counts).toMatchObject({ records: 2, subjects: 1, pass: 2, manual: 1 })
    expect(verdict.controls).toEqual([])
  })
})

describe('silence never helps', () => {
  const observation = fc
    .record({
      uid: fc.constantFrom('a', 'b', 'c', 'd'),
      checkId: fc.constantFrom('check-1', 'check-2'),
      status: fc.constantFrom(...observationStatuses),
      ref: fc.constantFrom('A.8.24', 'A.8.2'),
    })
    .map(({ ref, ...fields }) => anObservation({ ...fields, frameworkRefs: [{ framework: 'ISO27001-2022', ref }] }))
  const report = fc.array(observation, { maxLength: 12 })
  /** The population after earlier reports, none of it retired. */
  const populationOf = (reports: readonly (readonly Observation[])[]) => {
    const population = new Map<string, KnownMember>()
    for (const one of reports) {
      for (const member of judgeReport(one, [...population.values()]).added) {
        population.set(JSON.stringify(member), { ...member, missing: false, retired: false })
      }
    }
    return [...population.values()]
  }
  const shareOf = (observations: readonly Observation[], population: readonly KnownMember[], ref: string) => {
    const verdict = judgeReport(observations, population).controls.find((control) => control.ref === ref)
    return verdict === undefined ? null : verdict.passed / verdict.expected
  }

  it('leaving out a subject or muting a record raises no control', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 3 }), report, fc.nat(), (earlier, now, pick) => {
        const population = populationOf([...earlier, now])
        const index = now.length === 0 ? -1 : pick % now.length
        const quiet = now[index]
        const left = now.filter((one) => one.checkId !== quiet?.checkId || one.subject.uid !== quiet.subject.uid)
        const muted = now.map((one, i) => (i === index ? { ...one, status: 'suppressed' as const } : one))
        for (const { ref } of population) {
          const before = shareOf(now, population, ref) ?? 0
          expect(shareOf(left, population, ref) ?? 0).toBeLessThanOrEqual(before)
          expect(shareOf(muted, population, ref) ?? 0).toBeLessThanOrEqual(before)
          expect(shareOf([], population, ref)).toBe(0)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('judges the same report the same, whatever the order of its records and however often they stand in it', () => {
    fc.assert(
      fc.property(report, report, (earlier, now) => {
        const population = populationOf([earlier])
        const shuffled = [...now].reverse()
        expect(judgeReport(shuffled, population).controls).toEqual(judgeReport(now, population).controls)
        expect(judgeReport([...now, ...now], population).controls).toEqual(judgeReport(now, population).controls)
      }),
    )
  })
})
