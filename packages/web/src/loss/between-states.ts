import { amountAt, type CurvePoints } from '../ui/chart/loss-curve-points.ts'
import type { SampledState } from './sample-year.ts'

/** A state priced at an instant ahead. */
export type AheadPoint = { readonly at: number; readonly proven: SampledState }

/**
 * The proven year at an instant between two that were priced: amounts and chances run evenly on their logarithms. Null outside of what was
 * priced. For a picture while the date is dragged; the instant itself is priced once it rests.
 */
export function provenAhead(points: readonly AheadPoint[], at: number): SampledState | null {
  const next = points.findIndex((point) => point.at >= at)
  const to = points[next]
  if (to === undefined) return null
  const from = points[next - 1]
  if (to.at === at) return to.proven
  if (from === undefined) return null
  return between(from.proven, to.proven, (at - from.at) / (to.at - from.at))
}

function between(a: SampledState, b: SampledState, share: number): SampledState {
  const evenly = (x: number, y: number) => x + (y - x) * share
  return {
    meanMinor: evenly(a.meanMinor, b.meanMinor),
    sdMinor: evenly(a.sdMinor, b.sdMinor),
    none: evenly(a.none, b.none),
    points: pointsBetween(a.points, b.points, share),
    levels: a.levels.map((level, k) => ({
      years: level.years,
      exceededMinor: evenlyInLogs(level.exceededMinor, b.levels[k]?.exceededMinor ?? 0, share),
      meanBeyondMinor: evenlyInLogs(level.meanBeyondMinor, b.levels[k]?.meanBeyondMinor ?? 0, share),
    })),
    limits: a.limits.map((limit, k) => ({
      ...limit,
      exceeds: evenlyInLogs(limit.exceeds, b.limits[k]?.exceeds ?? 0, share),
      exceededMinor: evenlyInLogs(limit.exceededMinor, b.limits[k]?.exceededMinor ?? 0, share),
    })),
  }
}

function pointsBetween(a: CurvePoints, b: CurvePoints, share: number): CurvePoints {
  const { probabilities } = a
  const amounts = Array.from(probabilities, (probability, k) => {
    const amount = a.amounts[k] ?? 0
    return evenlyInLogs(amount, amountAt(b, probability) ?? amount, share)
  })
  return { amounts, probabilities }
}

function evenlyInLogs(x: number, y: number, share: number): number {
  return x > 0 && y > 0 ? x * (y / x) ** share : x + (y - x) * share
}
