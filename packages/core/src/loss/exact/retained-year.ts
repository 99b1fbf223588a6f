import type { LossCurve } from '../loss-curve.ts'
import type { Insurance } from '../model/portfolio.ts'
import type { LossMoments } from '../moments/scenario-moments.ts'
import type { StitchedCurve } from './stitched-curve.ts'

/**
 * What is left of a year to whoever is insured for its sum: all up to the deductible D and what exceeds D + L. F_R(x) = F(x) below D and F(x + L) from
 * there; E[R²] = 2∫₀^D x(1−F) + E[S²] − 2∫₀^{D+L} x(1−F) − 2L·E[(S−D−L)⁺].
 */
export function retainedYear(
  { curve, limitedSquare }: StitchedCurve,
  moments: LossMoments,
  { deductible, limit }: Insurance,
): LossCurve {
  const top = deductible + limit
  const limitedMean = (x: number) => curve.mean - curve.stopLoss(x)
  const mean = limitedMean(deductible) + curve.stopLoss(top)
  const wholeSquare = moments.variance + moments.mean * moments.mean
  const square = limitedSquare(deductible) + wholeSquare - limitedSquare(top) - 2 * limit * curve.stopLoss(top)
  return {
    mean,
    sd: Math.sqrt(Math.max(0, square - mean * mean)),
    pZero: deductible > 0 ? curve.pZero : curve.cdf(limit),
    cdf: (x) => (x < 0 ? 0 : curve.cdf(x < deductible ? x : x + limit)),
    quantile: (p) => {
      const q = curve.quantile(p)
      return q <= deductible ? q : Math.max(deductible, q - limit)
    },
    stopLoss: (x) =>
      x < deductible ? limitedMean(deductible) - limitedMean(x) + curve.stopLoss(top) : curve.stopLoss(x + limit),
  }
}
