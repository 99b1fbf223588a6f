import type { ChainSnapshot, ControlInput, EvidenceInput, NeedInput } from '../chain/chain-snapshot.ts'
import { type NeedStanding, standNeed } from '../evidence/need-standing.ts'
import type { SourceEntity } from '../explanation/explanation.ts'
import { evidenceRef } from '../explanation/people-ref.ts'
import { daysInWords } from '../time/calendar.ts'
import type { ChainWalk, Touched } from './chain-walk.ts'
import { byWhom, type CauseIndex, changeCause, type Root, timeCause } from './root.ts'
import { isSame } from './same.ts'

type At = { readonly snapshot: ChainSnapshot; readonly at: number }

/** A need whose proof differs between the states, judged with the later piece and time but its earlier definition. */
type MovedNeed = {
  readonly controlId: string
  readonly controlRef: string
  readonly need: NeedInput
  readonly before: EvidenceInput | null
  readonly after: EvidenceInput | null
  readonly standing: NeedStanding
}

/**
 * One root for each piece of evidence that came, changed or faded, with all the needs it serves: a scanner's report that proves
 * 25 controls is one story. A need's definition and its control's own state change in later roots.
 */
export function evidenceRoots(before: At, after: At, causes: CauseIndex): readonly Root[] {
  const groups = new Map<string, MovedNeed[]>()
  for (const moved of movedNeeds(before, after)) {
    const key = groupKey(moved)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [moved])
    else group.push(moved)
  }
  return [...groups].map(([key, needs]) =>
    key.startsWith('faded') ? fadedRoot(key, needs, after.at) : changedRoot(key, needs, causes),
  )
}

function groupKey({ before, after }: MovedNeed): string {
  if (isSame(before, after)) return `faded ${after?.id}`
  return after === null ? `left ${before?.id}` : `changed ${after.id}`
}

function movedNeeds(before: At, after: At): readonly MovedNeed[] {
  const controls = new Map(before.snapshot.controls.map((control) => [control.id, control]))
  const moved = after.snapshot.controls.flatMap((control) => {
    const earlier = controls.get(control.id)
    return earlier === undefined ? [] : movedNeedsOf(earlier, control, before.at, after.at)
  })
  return moved.sort((a, b) => (a.need.id < b.need.id ? -1 : a.need.id > b.need.id ? 1 : 0))
}

function movedNeedsOf(earlier: ControlInput, later: ControlInput, from: number, to: number): readonly MovedNeed[] {
  const needs = new Map(earlier.needs.map((need) => [need.id, need]))
  return later.needs.flatMap((laterNeed) => {
    const need = needs.get(laterNeed.id)
    if (need === undefined) return []
    const was = standNeed(need, from)
    const standing = standNeed({ ...need, title: laterNeed.title, newest: laterNeed.newest }, to)
    if (was.share === standing.share && was.proof === standing.proof) return []
    const controlRef = later.ref
    return [{ controlId: later.id, controlRef, need, before: need.newest, after: laterNeed.newest, standing }]
  })
}

function putNeeds(needs: readonly MovedNeed[]): (walk: ChainWalk) => Touched {
  return (walk) => {
    for (const { controlId, standing } of needs) {
      const control = walk.controls.get(controlId)
      if (control === undefined) continue
      walk.controls.set(controlId, { ...control, needs: new Map(control.needs).set(standing.needId, standing) })
    }
    return { controls: new Set(needs.map((need) => need.controlId)) }
  }
}

function fadedRoot(key: string, needs: readonly MovedNeed[], at: number): Root {
  const evidence = needs[0]?.after ?? null
  const latest = needs.reduce((most, need) => Math.max(most, need.standing.freshness.lateMs), 0)
  const since = latest === 0 ? null : at - latest
  const subject = subjectOf(evidence)
  const late = latest === 0 ? 'counts now' : `${daysInWords(latest)} late`
  return {
    kind: 'time',
    stage: 'evidence',
    key,
    episodeKey: `late evidence ${evidence?.id ?? ''}`,
    headline: `${commonTitle(needs) ?? subject.label} ${late}`,
    cause: timeCause(subject, at, since),
    apply: putNeeds(needs),
  }
}

function changedRoot(key: string, needs: readonly MovedNeed[], causes: CauseIndex): Root {
  const first = needs[0]
  const subject = subjectOf(first?.after ?? first?.before ?? null)
  const related = needs.flatMap((need): readonly (readonly [SourceEntity, string])[] => [
    ...(need.before === null ? [] : [['evidence', need.before.id] as const]),
    ['need', need.need.id],
    ['control', need.controlId],
  ])
  const cause = changeCause(causes, subject, related)
  return {
    kind: 'evidence',
    stage: 'evidence',
    key,
    episodeKey: `${key} at ${cause.at}`,
    headline: evidenceHeadline(first?.before ?? null, first?.after ?? null, commonTitle(needs), byWhom(cause)),
    cause,
    apply: putNeeds(needs),
  }
}

function evidenceHeadline(
  before: EvidenceInput | null,
  after: EvidenceInput | null,
  need: string | null,
  by: string,
): string {
  if (after === null) {
    const name = before === null ? 'Evidence' : nameOf(before)
    return `${name} no longer serves ${need ?? 'its needs'}${by}`
  }
  if (after.state !== 'active') return `${nameOf(after)} ${after.state}${by}`
  if (before?.id === after.id) return `${nameOf(after)} changed${by}: ${resultInWords(after)}`
  return `New evidence ${nameOf(after)}${by}: ${resultInWords(after)}`
}

function resultInWords({ result }: EvidenceInput): string {
  if (result.kind === 'k_of_n') return `${result.passed} of ${result.expected} pass`
  return result.kind === 'pass' ? 'pass' : 'fail'
}

function nameOf(evidence: EvidenceInput): string {
  return `${evidenceRef(evidence.number)} ${evidence.title}`
}

function commonTitle(needs: readonly MovedNeed[]): string | null {
  const titles = new Set(needs.map((need) => need.standing.title))
  return titles.size === 1 ? (needs[0]?.standing.title ?? null) : null
}

function subjectOf(evidence: EvidenceInput | null) {
  return {
    entity: 'evidence',
    id: evidence?.id ?? '',
    ref: evidence === null ? '' : evidenceRef(evidence.number),
    label: evidence?.title ?? 'Evidence',
  } as const
}
