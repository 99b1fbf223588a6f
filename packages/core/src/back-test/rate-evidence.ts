import type { Occurrence, Period } from '../occurrence/occurrence.ts'
import { holds, union, without, yearMs, yearsOf } from '../occurrence/periods.ts'

export type EvidenceInput = {
  readonly occurrences: readonly Occurrence[]
  /** Periods that somebody vouches for. */
  readonly watched: readonly Period[]
  /** What accepted updates of this risk already rest on. */
  readonly counted: { readonly occurrenceIds: readonly string[]; readonly periods: readonly Period[] }
}

/** Events and the time they were seen in: what a belief about a rate is updated with. */
export type RateEvidence = {
  readonly events: number
  readonly years: number
  readonly occurrenceIds: readonly string[]
  readonly periods: readonly Period[]
  /** `recorded`: events outside of vouched time are among them, with the least time that they can be held against. */
  readonly reading: 'watched' | 'recorded'
}

/**
 * What happened on a risk and was not counted before. Time counts only where somebody vouches for it. Events count wherever they are: those outside of
 * vouched time bring the time from a year before the first of them to the last, and that reading stands where it leads to the higher rate
 * by `rateOf`. So neither the lack of a statement nor the passing of time ever lowers a rate, and a further event never does.
 */
export function rateEvidence(input: EvidenceInput, rateOf: (events: number, years: number) => number): RateEvidence {
  const known = new Set(input.counted.occurrenceIds)
  const events = input.occurrences.filter(({ id, kind }) => kind === 'loss' && !known.has(id))
  const counted = union(input.counted.periods)
  const watched = union(input.watched)
  const periods = without(watched, counted)
  // An event told late, of a time that was counted, brings no further time.
  const covered = union([...watched, ...counted])
  const inside = events.filter(({ at }) => holds(covered, at))
  const outside = events.filter(({ at }) => !holds(covered, at)).sort((a, b) => a.at - b.at)
  const base = readAs('watched', inside, periods)
  const worst = worstWindow(outside, covered, base, rateOf)
  if (worst === null) return base
  const more = without([worst], covered)
  const within = outside.filter(({ at }) => at >= worst.from && at < worst.until)
  return readAs('recorded', [...inside, ...within], [...periods, ...more])
}

function readAs(
  reading: RateEvidence['reading'],
  events: readonly Occurrence[],
  periods: readonly Period[],
): RateEvidence {
  return {
    reading,
    events: events.length,
    years: yearsOf(periods),
    occurrenceIds: events.map(({ id }) => id).sort(),
    periods: union(periods),
  }
}

/** The stretch of events outside of vouched time that says the highest rate; null where leaving them out says a higher one. */
function worstWindow(
  events: readonly Occurrence[],
  covered: readonly Period[],
  base: RateEvidence,
  rateOf: (events: number, years: number) => number,
): Period | null {
  // Years outside of vouched time before an instant, so that a stretch costs one subtraction.
  const openBefore = (at: number) => {
    const first = (events[0]?.at ?? 0) - yearMs
    return yearsOf(without([{ from: first, until: Math.max(at, first) }], covered))
  }
  const starts = events.map(({ at }) => openBefore(at - yearMs))
  const ends = events.map(({ at }) => openBefore(at + 1))
  let highest = rateOf(base.events, base.years)
  let worst: Period | null = null
  events.forEach((first, i) => {
    for (let j = i; j < events.length; j++) {
      const years = base.years + (ends[j] ?? 0) - (starts[i] ?? 0)
      const rate = rateOf(base.events + j - i + 1, years)
      if (rate <= highest) continue
      highest = rate
      worst = { from: first.at - yearMs, until: (events[j]?.at ?? first.at) + 1 }
    }
  })
  return worst
}
