import type { Interval } from '../chain/chain-snapshot.ts'
import { log } from '../loss/elementary/logarithm.ts'
import { lognormalFrom90 } from '../loss/lognormal.ts'
import { normalCdf } from '../loss/normal.ts'

/** The estimate of one event's loss that was in force, and what controls take off it. Money in minor units. */
export type SeverityForecast = {
  readonly lossMinor: Interval
  readonly lossCapMinor: number | null
  /** Share of the loss that controls leave. */
  readonly keptShare: number
}

/** Where a loss fell in the law that was forecast for it. */
export type LossForecast = {
  /** P(X ≤ loss): uniform over [0, 1] when the forecasts are right (probability integral transform; the middle of a jump at the cap). */
  readonly place: number
  /** Whether the 90 % interval held it. */
  readonly isHit: boolean
  /** Log density of ln X at the loss: in no unit of money. Losses at or above the cap are scored by its probability. */
  readonly logScore: number
}

/** @returns null without a usable estimate, or where controls leave no loss */
export function lossForecast(forecast: SeverityForecast, lossMinor: number): LossForecast | null {
  const law = lognormalFrom90(forecast.lossMinor)
  const { keptShare, lossCapMinor } = forecast
  if (law === null || !(keptShare > 0) || !(lossMinor > 0)) return null
  const sigma = Math.max(law.sigma, 1e-3)
  const z = (x: number) => (log(x / keptShare) - law.mu) / sigma
  const cap = lossCapMinor === null ? Number.POSITIVE_INFINITY : lossCapMinor * keptShare
  // A cent of rounding is no surprise.
  if (lossMinor >= cap - 1) {
    const atCap = normalCdf(-z(cap))
    const place = lossMinor > cap + 1 ? 1 : 1 - atCap / 2
    return { place, isHit: lossMinor <= cap + 1 && place <= 0.95, logScore: atCap > 0 ? log(atCap) : -700 }
  }
  const place = normalCdf(z(lossMinor))
  return {
    place,
    isHit: place >= 0.05 && place <= 0.95,
    logScore: (-z(lossMinor) * z(lossMinor)) / 2 - log(sigma) - 0.9189385332046727,
  }
}
