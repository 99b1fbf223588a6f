import type { LossCurve } from '../loss-curve.ts'
import type { LossMoments } from '../moments/scenario-moments.ts'
import type { LatticeCurve } from './lattice-curve.ts'

export type StitchedCurve = { readonly curve: LossCurve; readonly limitedSquare: (x: number) => number }

/** Each lattice shows everything below its own range rightly; the smallest that reaches far enough shows it finest. */
export function stitch(curves: readonly LatticeCurve[], moments: LossMoments): StitchedCurve {
  const { mean, pZero } = moments
  const largest = curves[0]
  const finest = (x: number) => curves.findLast(({ range }) => x < 0.95 * range) ?? largest
  const limitedMean = (x: number) => finest(x)?.limitedMean(x) ?? mean
  return {
    curve: {
      mean,
      get sd() {
        return Math.sqrt(moments.variance)
      },
      pZero,
      cdf: (x) => finest(x)?.cdf(x) ?? 1,
      quantile: (p) => {
        for (const curve of curves.toReversed()) {
          const q = curve.quantile(p)
          if (q !== null && q < 0.95 * curve.range) return q
        }
        return largest?.quantile(p) ?? largest?.range ?? 0
      },
      stopLoss: (x) => Math.max(0, mean - limitedMean(x)),
    },
    limitedSquare: (x) => finest(x)?.limitedSquare(x) ?? 0,
  }
}
