import type { LossCurve } from '@sinew/core/loss/loss-curve.ts'
import type { CurvePoints } from '../ui/chart/loss-curve-points.ts'

/** Probabilities that people name: the drawn curve passes through their amounts exactly. */
const named = [0.9, 0.8, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001]
/** Near the top, as shares of the chance that a year costs anything. */
const top = [0.9999, 0.998, 0.99, 0.97, 0.94, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55]
const perDecade = 20

const falling = [...named, ...Array.from({ length: 4 * perDecade }, (_, k) => 0.5 * 10 ** (-k / perDecade))]

/**
 * A curve as the points that are drawn, about a hundred: by probability, so that they lie closer where amounts change faster.
 * @param least the smallest probability of a year that is shown
 */
export function sampleCurve(curve: LossCurve, least = 5e-4): CurvePoints {
  const any = 1 - curve.pZero
  const wanted = [...top.map((share) => share * any), ...falling.filter((one) => one < any * 0.9999)]
  const probabilities = [...new Set(wanted)].filter((one) => one >= least * 0.999 && one < 1).sort((a, b) => b - a)
  const amounts = probabilities.map((one) => curve.quantile(1 - one))
  // The last digits of an inverse may step back; a curve does not.
  for (let k = 1; k < amounts.length; k++) amounts[k] = Math.max(amounts[k] ?? 0, amounts[k - 1] ?? 0)
  return { amounts, probabilities }
}
