import type { Lognormal } from '../lognormal.ts'

/**
 * The law of the number of events in a year. `pgf` is the probability generating function P(z) = E[z^N] on many complex numbers at once, which turns
 * the transform of one loss into that of a year's losses.
 */
export type CountLaw = {
  readonly mean: number
  readonly variance: number
  /** P(z) for a real z in [0, 1]. */
  readonly pgfAt: (z: number) => number
  /** P(z) for the n complex numbers whose real parts are z[0 … n) and imaginary parts z[n … 2n); may write over them. */
  readonly pgf: (z: Float64Array, out: Float64Array) => void
  /** Every event kept with this probability, independently of the others. */
  readonly thinned: (keep: number) => CountLaw
  /** The rate multiplied; a law that counts chances has no rate to multiply and gives null. */
  readonly multiplied: (factor: number) => CountLaw | null
  /** The number of other events beside one, in a year weighted by how many it has: P(N' = n) = (n+1)·P(N = n+1)/E[N], P′(z) = E[N]·E[z^N']. */
  readonly others: () => CountLaw
  /** Poisson rates with their weights where the law is Poisson given a rate; null elsewhere. */
  readonly poissonRates: Nodes | null
  /** The law of that rate where it is lognormal. */
  readonly lognormalRate?: Lognormal
  /** P(N = n) for n from 0 until what is left is below 1e-17. */
  readonly probabilities: () => Float64Array
}

/** Values with weights that add up to 1: a law on finitely many points. */
export type Nodes = { readonly values: Float64Array; readonly weights: Float64Array }

/** P(N = n) by p₀ and the recursion pₙ = pₙ₋₁·ratio(n), until what is left is below 1e-17 and falling. */
export function probabilitiesBy(first: number, ratio: (n: number) => number, mean: number): Float64Array {
  const probabilities = [first]
  let p = first
  for (let n = 1; n < 10_000_000; n++) {
    p *= ratio(n)
    probabilities.push(p)
    if (n > mean && p < 1e-18) break
  }
  return Float64Array.from(probabilities)
}
