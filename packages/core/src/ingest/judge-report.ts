import { compareRefs } from '../control/compare-refs.ts'
import { mapCheck } from './annex-a-refs.ts'
import type { Observation, ObservationStatus } from './observation.ts'

/** One check on one subject that counts towards a control. */
export type Member = { readonly ref: string; readonly checkId: string; readonly subjectUid: string }

/** A member of the population a collector is held to: everything it ever reported and nobody retired. */
export type KnownMember = Member & { readonly missing: boolean; readonly retired: boolean }

/** k of n for one control: `expected` is the population, missing members included. */
export type ControlVerdict = {
  readonly ref: string
  readonly passed: number
  readonly expected: number
  readonly missing: number
}

export type UnmappedCheck = { readonly checkId: string; readonly title: string; readonly records: number }

export type ReportVerdict = {
  readonly counts: Readonly<Record<ObservationStatus, number>> & { readonly records: number; readonly subjects: number }
  readonly controls: readonly ControlVerdict[]
  /** Seen for the first time: they belong to the population from now on. */
  readonly added: readonly Member[]
  /** Retired, and reported again: nobody's decision to leave them out holds any more. */
  readonly returned: readonly Member[]
  /** Missing before, and reported again. */
  readonly found: readonly Member[]
  /** Reported before, and not now. */
  readonly lost: readonly Member[]
  /** All that count as not passing because the report does not mention them. */
  readonly missing: readonly Member[]
  /** Left for a person to look at: no proof either way. */
  readonly manual: readonly UnmappedCheck[]
  /** Checks that say nothing of any control. */
  readonly unmapped: readonly UnmappedCheck[]
  /** References to ISO/IEC 27001:2022 in the report that Annex A does not have. */
  readonly unknownRefs: readonly string[]
}

/** What makes a subject one that can pass or fail. A check left to a person, or that does not apply, makes it neither. */
const countsInPopulation: Readonly<Record<ObservationStatus, boolean>> = {
  pass: true,
  fail: true,
  error: true,
  // Silencing a finding in the tool does not mend it.
  suppressed: true,
  manual: false,
  not_applicable: false,
}

/**
 * Judges one report against the population its collector is held to. Passing: reported, and passing each time it is. Not
 * passing: failing, erroring, suppressed, or in the population and not reported. So nothing a report leaves out, and nothing
 * the tool is told to keep quiet about, makes a control look better.
 */
export function judgeReport(observations: readonly Observation[], population: readonly KnownMember[]): ReportVerdict {
  const reported = gatherMembers(observations)
  const known = new Map(population.map((member) => [keyOf(member), member]))
  const controls = new Map<string, { passed: number; expected: number; missing: number }>()
  const tally = (ref: string) => {
    const counted = controls.get(ref) ?? { passed: 0, expected: 0, missing: 0 }
    controls.set(ref, counted)
    return counted
  }
  const added: Member[] = []
  const returned: Member[] = []
  const found: Member[] = []
  for (const [key, { member, passes }] of reported.members) {
    const counted = tally(member.ref)
    counted.expected += 1
    if (passes) counted.passed += 1
    const before = known.get(key)
    if (before === undefined) added.push(member)
    else if (before.retired) returned.push(member)
    else if (before.missing) found.push(member)
  }
  const missing = population.filter((member) => !member.retired && !reported.members.has(keyOf(member)))
  for (const member of missing) {
    const counted = tally(member.ref)
    counted.expected += 1
    counted.missing += 1
  }
  return {
    counts: countStatuses(observations),
    controls: [...controls].map(([ref, counted]) => ({ ref, ...counted })).sort((a, b) => compareRefs(a.ref, b.ref)),
    added,
    returned,
    found,
    lost: missing.filter((member) => !member.missing),
    missing,
    manual: reported.manual,
    unmapped: reported.unmapped,
    unknownRefs: reported.unknownRefs,
  }
}

function gatherMembers(observations: readonly Observation[]) {
  const members = new Map<string, { readonly member: Member; readonly passes: boolean }>()
  const manual = new Map<string, UnmappedCheck>()
  const unmapped = new Map<string, UnmappedCheck>()
  const unknownRefs = new Set<string>()
  for (const observation of observations) {
    const { refs, unknown } = mapCheck(observation)
    for (const ref of unknown) unknownRefs.add(ref)
    if (refs.length === 0) countCheck(unmapped, observation)
    if (observation.status === 'manual') countCheck(manual, observation)
    if (!countsInPopulation[observation.status]) continue
    for (const ref of refs) {
      const member = { ref, checkId: observation.checkId, subjectUid: observation.subject.uid }
      const key = keyOf(member)
      const passes = observation.status === 'pass' && (members.get(key)?.passes ?? true)
      members.set(key, { member, passes })
    }
  }
  return { members, manual: listed(manual), unmapped: listed(unmapped), unknownRefs: [...unknownRefs].sort() }
}

function countCheck(checks: Map<string, UnmappedCheck>, { checkId, title }: Observation): void {
  checks.set(checkId, { checkId, title, records: (checks.get(checkId)?.records ?? 0) + 1 })
}

function listed(checks: ReadonlyMap<string, UnmappedCheck>): readonly UnmappedCheck[] {
  return [...checks.values()].sort((a, b) => (a.checkId < b.checkId ? -1 : 1))
}

// A line feed cannot be part of a check's or control's id, so that no two members share a key.
function keyOf({ ref, checkId, subjectUid }: Member): string {
  return `${ref}\n${checkId}\n${subjectUid}`
}

function countStatuses(observations: readonly Observation[]): ReportVerdict['counts'] {
  const counts = { pass: 0, fail: 0, manual: 0, error: 0, not_applicable: 0, suppressed: 0 }
  const subjects = new Set<string>()
  const records = new Set<string>()
  for (const { status, subject, pointer } of observations) {
    counts[status] += 1
    subjects.add(subject.uid)
    records.add(pointer)
  }
  return { ...counts, records: records.size, subjects: subjects.size }
}
