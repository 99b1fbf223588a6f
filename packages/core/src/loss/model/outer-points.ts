import { exp } from '../elementary/exponential.ts'
import type { Nodes } from '../frequency/count-law.ts'
import { gammaNodes } from '../quadrature/gamma-nodes.ts'
import { certainly, reduceNodes } from '../quadrature/reduce-nodes.ts'
import type { ResolvedControl } from './resolve-control.ts'
import type { ResolvedPortfolio } from './resolve-portfolio.ts'

/** One state of everything that scenarios share; given it they are independent of each other. */
export type OuterPoint = {
  readonly weight: number
  /** Nothing is shared: the only point there is. */
  readonly isCertain: boolean
  readonly strengths: ReadonlyMap<ResolvedControl, number>
  /** The common factor of all rates. */
  readonly factor: number
  /** The common normal of the copula. */
  readonly common: number | null
}

/** The point of a portfolio whose scenarios share nothing uncertain. */
export const certainPoint: OuterPoint = { weight: 1, isCertain: true, strengths: new Map(), factor: 1, common: null }

export type OuterPoints = {
  readonly points: readonly OuterPoint[]
  /** Shared uncertain controls that are too many for a tensor: their joint movement enters as a correction. */
  readonly corrected: readonly ResolvedControl[]
}

const nothingShared: OuterPoints = { points: [certainPoint], corrected: [] }

const most = 256

/**
 * The product of the rules of all shared factors. Up to five uncertain shared controls are part of it, with as many points each as
 * `atMost` in all allow; the common factor has 32 points, unless `closedFactor` says that its closed form is used.
 */
export function outerPoints(portfolio: ResolvedPortfolio, closedFactor = false, atMost = most): OuterPoints {
  const { shared, source } = portfolio
  if (shared.length === 0 && source.commonFactor === undefined && source.copula === undefined) return nothingShared
  const each = Math.min(12, wholeRoot(shared.length, atMost))
  const inTensor = each >= 3
  let points: OuterPoint[] = [certainPoint]
  if (inTensor)
    for (const control of shared)
      points = crossed(points, reduceNodes(control.strength, each), (point, value) => {
        return { ...point, strengths: new Map([...point.strengths, [control, value]]) }
      })
  const factor = source.commonFactor === undefined || closedFactor ? certainly(1) : factorNodes(source.commonFactor.cv)
  if (factor.values.length > 1) points = crossed(points, factor, (point, value) => ({ ...point, factor: value }))
  if (source.copula !== undefined && source.copula.rho > 0)
    points = crossed(points, commonNodes(source.copula.rho), (point, value) => ({ ...point, common: value }))
  return { points, corrected: inTensor ? [] : shared }
}

function crossed(
  points: readonly OuterPoint[],
  nodes: Nodes,
  add: (point: OuterPoint, value: number) => OuterPoint,
): OuterPoint[] {
  return points.flatMap((point) =>
    Array.from(nodes.values, (value, i) =>
      add({ ...point, isCertain: false, weight: point.weight * (nodes.weights[i] ?? 0) }, value),
    ),
  )
}

function factorNodes(cv: number): Nodes {
  return gammaNodes(1 / (cv * cv), cv * cv, 32)
}

/**
 * The common normal by the trapezoid rule, whose error falls as e^{−c/h²} for these integrands: products of Φ((a − √ρ z)/√(1−ρ)),
 * the steeper the larger ρ.
 */
function commonNodes(rho: number): Nodes {
  const step = 0.3 * Math.min(1, Math.sqrt((1 - rho) / rho))
  const half = Math.ceil(8.5 / step)
  const values = Float64Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) * step)
  const raw = values.map((z) => exp(-0.5 * z * z))
  const sum = raw.reduce((total, weight) => total + weight, 0)
  return { values, weights: raw.map((weight) => weight / sum) }
}

/** The largest whole q with q^dimensions ≤ atMost; a power of Math need not have the same bits everywhere. */
function wholeRoot(dimensions: number, atMost: number): number {
  let q = 1
  while (q < atMost && isWithin(q + 1, dimensions, atMost)) q++
  return q
}

function isWithin(q: number, dimensions: number, atMost: number): boolean {
  let power = 1
  for (let k = 0; k < dimensions && power <= atMost; k++) power *= q
  return power <= atMost
}
