import { exp } from '../elementary/exponential.ts'
import { log } from '../elementary/logarithm.ts'
import { cosineSine } from '../elementary/sine-cosine.ts'
import type { Lognormal } from '../lognormal.ts'
import type { Nodes } from './count-law.ts'

/**
 * An uncertain rate on points that double: first[b]·2^q with weights[b][q], for a few first points b. E[e^{rate·(z − 1)}] then costs one exponential for
 * each first point and one squaring for each further one.
 */
export type RateGrid = {
  readonly firsts: Float64Array
  readonly weights: readonly Float64Array[]
  /** Probability that there is no rate at all. */
  readonly none: number
}

const ln2 = Math.LN2
/** Beyond this many standard deviations the law of ln rate weighs less than 1e-10. */
const reach = 6.5
/** The mean of the rate is carried by ln rate around σ standard deviations: this many beyond leave out 4e-9 of it. */
const beyondMean = 5.8
const mostFirsts = 6
const least = -42

/**
 * A lognormal rate times an independent share, by the trapezoid rule in the logarithm of the rate: its density there is smooth, whatever the law of the
 * share, so that the rule converges geometrically (error about e^{−2π²σ²/h²} for a step h; Trefethen and Weideman 2014). The mean is then
 * made exact. Null where the rate is so well known that few points by a Gauss rule are less work.
 * @param share a law on [0, 1] on few points
 * @param finest the largest step in ln rate
 */
export function lognormalRateGrid(rate: Lognormal, share: Nodes, finest: number): RateGrid | null {
  const { mu, sigma } = rate
  const firstCount = Math.ceil((ln2 / Math.min(finest, 1.05 * sigma)) * (1 - 1e-9))
  if (!(sigma > 0) || firstCount > mostFirsts) return null
  const step = ln2 / firstCount
  const centres = Float64Array.from(share.values, (value) => mu + log(value))
  const some = centres.filter((centre) => centre > Number.NEGATIVE_INFINITY)
  if (some.length === 0) return null
  const above = Math.max(reach, sigma + beyondMean)
  const low = Math.min(...some) - reach * sigma
  const count = Math.ceil((Math.max(...some) + above * sigma - low) / ln2)
  const weights = Array.from({ length: firstCount }, () => new Float64Array(count))
  const firsts = new Float64Array(firstCount)
  let total = 0
  let mean = 0
  for (let b = 0; b < firstCount; b++) {
    const own = weights[b] ?? new Float64Array(0)
    const first = exp(low + b * step)
    firsts[b] = first
    for (let q = 0, value = first; q < count; q++, value *= 2) {
      own[q] = densityAt(low + b * step + q * ln2, centres, share.weights, sigma)
      total += own[q] ?? 0
      mean += (own[q] ?? 0) * value
    }
  }
  const none = share.values.reduce((sum, value, i) => sum + (value > 0 ? 0 : (share.weights[i] ?? 0)), 0)
  const expected = exp(mu + (sigma * sigma) / 2)
  const wanted = share.values.reduce((sum, value, i) => sum + (share.weights[i] ?? 0) * value, 0) * expected
  const part = (1 - none) / total
  for (const own of weights) for (let q = 0; q < count; q++) own[q] = (own[q] ?? 0) * part
  return { firsts: firsts.map((first) => (first * wanted) / (mean * part)), weights, none }
}

function densityAt(t: number, centres: Float64Array, weights: Float64Array, sigma: number): number {
  let sum = 0
  for (let i = 0; i < centres.length; i++) {
    const z = (t - (centres[i] ?? 0)) / sigma
    if (z > -9) sum += (weights[i] ?? 0) * exp(-0.5 * z * z)
  }
  return sum
}

/** E[e^{rate·(z − 1)}] for the complex numbers of z, as in `CountLaw.pgf`. */
export function gridPgf({ firsts, weights, none }: RateGrid, z: Float64Array, out: Float64Array): void {
  const n = z.length / 2
  const turn = new Float64Array(2)
  for (let j = 0; j < n; j++) {
    const re = (z[j] ?? 0) - 1
    const im = z[n + j] ?? 0
    let sumRe = none
    let sumIm = 0
    for (let b = 0; b < firsts.length; b++) {
      const own = weights[b]
      if (own === undefined) continue
      const first = firsts[b] ?? 0
      const size = exp(first * re)
      cosineSine(first * im, turn, 0)
      let x = size * (turn[0] ?? 0)
      let y = size * (turn[1] ?? 0)
      // What has died away stays so under squaring, and numbers too small to square are slow.
      let exponent = first * re
      for (let q = 0; q < own.length && exponent > least; q++, exponent *= 2) {
        const weight = own[q] ?? 0
        sumRe += weight * x
        sumIm += weight * y
        const square = (x + y) * (x - y)
        y = 2 * x * y
        x = square
      }
    }
    out[j] = sumRe
    out[n + j] = sumIm
  }
}
