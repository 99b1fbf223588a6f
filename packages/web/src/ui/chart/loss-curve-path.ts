import { type CurvePoints, probabilityAt } from './loss-curve-points.ts'
import type { LossDomain, LossScale } from './loss-curve-scale.ts'

type Corner = readonly [number, number]

/** A curve as an SVG path, from the left edge of the axes: how many years cost anything at all is seen there. */
export function lossPath(curve: CurvePoints, scale: LossScale, domain: LossDomain): string {
  return joined(cornersOf(curve, scale, domain))
}

/** The area between two curves, as between what is proven and what is claimed. */
export function areaBetween(upper: CurvePoints, lower: CurvePoints, scale: LossScale, domain: LossDomain): string {
  const around = [...cornersOf(upper, scale, domain), ...cornersOf(lower, scale, domain).reverse()]
  return around.length === 0 ? '' : `${joined(around)}Z`
}

function cornersOf(curve: CurvePoints, scale: LossScale, domain: LossDomain): Corner[] {
  const { amounts, probabilities } = curve
  if (amounts.length === 0) return []
  const corners: Corner[] = [[scale.x(domain.from), scale.y(probabilityAt(curve, domain.from))]]
  for (let k = 0; k < amounts.length; k++) {
    const amount = amounts[k] ?? 0
    if (amount <= domain.from) continue
    corners.push([scale.x(amount), scale.y(probabilities[k] ?? 0)])
    if (amount > domain.to) break
  }
  return corners
}

function joined(corners: readonly Corner[]): string {
  let path = ''
  for (const [x, y] of corners) path += `${path === '' ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
  return path
}
