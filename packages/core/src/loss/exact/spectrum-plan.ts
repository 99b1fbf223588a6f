import { certainPoint, type OuterPoint, outerPoints } from '../model/outer-points.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'

/** Which scenarios depend on what is shared, and at which points that is looked at. */
export type SpectrumPlan = {
  readonly points: readonly OuterPoint[]
  /** Whether anything beyond the scenarios themselves enters. */
  readonly isJoint: boolean
  readonly isDependent: (at: number) => boolean
  /** Shape of the common gamma factor where its closed form applies. */
  readonly shape: number | null
}

const apart: SpectrumPlan = { points: [certainPoint], isJoint: false, isDependent: () => false, shape: null }

export function planOf(portfolio: ResolvedPortfolio): SpectrumPlan {
  const { source, shared, shocks } = portfolio
  const isSimple = source.commonFactor === undefined && source.copula === undefined && shocks.length === 0
  if (isSimple && shared.length === 0) return apart
  const shape = closedShape(portfolio)
  const { points, corrected } = outerPoints(portfolio, shape !== null)
  if (isSimple && points.length === 1) return apart
  const inTensor = new Set(corrected.length === 0 ? shared : [])
  const [first] = points
  const all = points.length > 1 && first !== undefined && (first.factor !== 1 || first.common !== null)
  const dependent = portfolio.scenarios.map(({ links }) => all || links.some(({ control }) => inTensor.has(control)))
  return {
    points: points.length === 1 ? [certainPoint] : points,
    isJoint: points.length > 1 || shocks.length > 0,
    isDependent: (at) => points.length > 1 && dependent[at] === true,
    shape,
  }
}

/** The gamma factor's closed form needs every count to be Poisson for sure. */
function closedShape({ source, scenarios, shared }: ResolvedPortfolio): number | null {
  const cv = source.commonFactor?.cv
  const isClosed =
    cv !== undefined &&
    shared.length === 0 &&
    source.copula === undefined &&
    scenarios.every(({ count, links }) => {
      return (
        count.poissonRates?.values.length === 1 && links.every(({ control }) => control.strength.values.length === 1)
      )
    })
  return isClosed ? 1 / (cv * cv) : null
}
