import { acceptanceEnds } from '../acceptance/acceptance-ends.ts'
import { deriveControl } from '../control/derive-control.ts'
import { validUntilOf } from '../evidence/freshness.ts'
import type { SourceEntity } from '../explanation/explanation.ts'
import { policyRef, riskRef } from '../explanation/people-ref.ts'
import { policiesInForce } from '../insurance/insured.ts'
import { levelRank } from '../risk/risk-level.ts'
import { dayMs, formatDay } from '../time/calendar.ts'
import type { AcceptanceInput, ChainSnapshot, ControlInput } from './chain-snapshot.ts'
import { acceptanceSetting } from './derive-standing.ts'
import { type ControlAt, groundAt, provenRisk, type TimeSlices } from './time-slice.ts'

export type LookAheadEventKind =
  | 'evidence_stale'
  | 'soa_line'
  | 'risk_level'
  | 'acceptance_reopens'
  | 'acceptance_expires'
  | 'collector_silent'
  | 'insurance_ends'

export type LookAheadEvent = {
  readonly at: number
  readonly kind: LookAheadEventKind
  readonly entity: SourceEntity
  readonly id: string
  readonly ref: string
  readonly label: string
  readonly sentence: string
}

const hourMs = 3_600_000

/** What happens on the way through `times` (ascending) if nobody does anything; instants to the hour or better. */
export function lookAheadEvents(
  snapshot: ChainSnapshot,
  slices: TimeSlices,
  times: readonly number[],
  controlsAt: (t: number) => ControlAt,
): readonly LookAheadEvent[] {
  const events = [
    ...snapshot.controls.flatMap((control) => controlEvents(control, times)),
    ...riskEvents(slices, times, controlsAt),
    ...acceptanceEvents(snapshot, slices, times, controlsAt),
    ...collectorEvents(snapshot, times),
    ...insuranceEvents(snapshot, times),
  ]
  return events.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
}

function within(times: readonly number[], at: number): boolean {
  return at > (times[0] ?? 0) && at <= (times.at(-1) ?? 0)
}

function controlEvents(control: ControlInput, times: readonly number[]): readonly LookAheadEvent[] {
  if (!control.applicable) return []
  const about = { ref: control.ref, label: control.title }
  const events: LookAheadEvent[] = []
  const turns = new Set<number>()
  for (const need of control.needs) {
    if (need.newest === null || !(need.weight > 0)) continue
    const end = validUntilOf(need.newest, need.cadenceDays)
    // The first instant at which it is late, and at which a piece that is dated ahead begins to count.
    for (const turn of [end + 1, need.newest.collectedAt]) if (within(times, turn)) turns.add(turn)
    if (
      !within(times, end + 1) ||
      deriveControl(control, end).needs.find((n) => n.needId === need.id)?.proof !== 'proven'
    ) {
      continue
    }
    const sentence = `${control.ref} ${need.title} goes stale on ${formatDay(end)}.`
    events.push({
      ...about,
      at: end + 1,
      kind: 'evidence_stale',
      entity: 'need',
      id: need.id,
      label: need.title,
      sentence,
    })
  }
  for (const at of turns) {
    const before = deriveControl(control, at - 1).proof
    const after = deriveControl(control, at).proof
    if (before === after) continue
    const sentence = `The line of ${control.ref} turns from ${before} to ${after} on ${formatDay(at)}.`
    events.push({ ...about, at, kind: 'soa_line', entity: 'soa_line', id: control.id, sentence })
  }
  return events
}

function riskEvents(
  slices: TimeSlices,
  times: readonly number[],
  controlsAt: (t: number) => ControlAt,
): readonly LookAheadEvent[] {
  const { methodology } = slices
  return slices.risks.flatMap(({ risk, law }) => {
    if (law === null || risk.status === 'closed') return []
    const levelAt = (t: number) => provenRisk(risk, law, controlsAt(t), methodology).level
    return turnsOf(times, levelAt).map(({ at, before, after }) => {
      const ref = riskRef(risk.number)
      const verb = levelRank(after) > levelRank(before) ? 'rises' : 'falls'
      const sentence = `${ref} ${risk.title} ${verb} from ${before} to ${after} on ${formatDay(at)}.`
      return { at, kind: 'risk_level', entity: 'risk', id: risk.id, ref, label: risk.title, sentence } as const
    })
  })
}

function acceptanceEvents(
  snapshot: ChainSnapshot,
  slices: TimeSlices,
  times: readonly number[],
  controlsAt: (t: number) => ControlAt,
): readonly LookAheadEvent[] {
  const setting = acceptanceSetting(snapshot)
  const risks = new Map(slices.risks.map((entry) => [entry.risk.id, entry]))
  return snapshot.acceptances.flatMap((acceptance) => {
    const entry = risks.get(acceptance.riskId)
    if (acceptance.status !== 'valid' || entry === undefined) return []
    const reasonsAt = (t: number) =>
      acceptanceEnds(acceptance, groundAt(entry, controlsAt(t), slices.methodology), setting, t)
    const first = turnsOf(times, (t) => reasonsAt(t).length > 0).find((turn) => turn.after)
    if (first === undefined) return []
    return [acceptanceEvent(acceptance, snapshot, first.at, reasonsAt(first.at))]
  })
}

function acceptanceEvent(
  acceptance: AcceptanceInput,
  snapshot: ChainSnapshot,
  at: number,
  reasons: ReturnType<typeof acceptanceEnds>,
): LookAheadEvent {
  const risk = snapshot.risks.find((candidate) => candidate.id === acceptance.riskId)
  const expires = reasons.some((reason) => reason.code === 'expired')
  const ref = risk === undefined ? 'a deleted risk' : riskRef(risk.number)
  const why = reasons.map((reason) => reason.message).join(' ')
  const when = expires ? acceptance.expiresAt : at
  return {
    at: when,
    kind: expires ? 'acceptance_expires' : 'acceptance_reopens',
    entity: 'acceptance',
    id: acceptance.id,
    ref,
    label: risk?.title ?? '',
    sentence: `The acceptance of ${ref} ${expires ? 'expires' : 'reopens'} on ${formatDay(when)}. ${why}`,
  }
}

function collectorEvents(snapshot: ChainSnapshot, times: readonly number[]): readonly LookAheadEvent[] {
  return snapshot.collectors.flatMap(({ id, name, active, lastReportAt, cadenceDays }) => {
    const at = lastReportAt === null ? Number.NaN : lastReportAt + 2 * Math.max(0, cadenceDays) * dayMs + 1
    if (!active || !within(times, at)) return []
    const sentence = `Collector ${name} counts as silent from ${formatDay(at)}.`
    return [{ at, kind: 'collector_silent', entity: 'collector', id, ref: name, label: name, sentence } as const]
  })
}

function insuranceEvents({ policies }: ChainSnapshot, times: readonly number[]): readonly LookAheadEvent[] {
  return policies.flatMap(({ id, number, name, validFrom, validUntil }) => {
    if (!within(times, validUntil) || validFrom >= validUntil) return []
    const follows = policiesInForce(policies, validUntil)
    const after = follows.length === 0 ? 'from then on nothing is insured' : 'from then on it pays nothing'
    const ref = policyRef(number)
    const sentence = `${ref} ${name} runs out on ${formatDay(validUntil)}: ${after}.`
    const about = { entity: 'insurance_policy', id, ref, label: name } as const
    return [{ ...about, at: validUntil, kind: 'insurance_ends', sentence } as const]
  })
}

type Turn<T> = { readonly at: number; readonly before: T; readonly after: T }

// Where a value differs between two neighbouring times, found to the hour by halving.
function turnsOf<T>(times: readonly number[], valueAt: (t: number) => T): readonly Turn<T>[] {
  const values = times.map(valueAt)
  return times.slice(1).flatMap((time, i) => {
    const before = values[i] as T
    const after = values[i + 1] as T
    if (before === after) return []
    let early = times[i] ?? time
    let late = time
    while (late - early > hourMs) {
      const middle = (early + late) / 2
      if (valueAt(middle) === before) early = middle
      else late = middle
    }
    return [{ at: late, before, after }]
  })
}
