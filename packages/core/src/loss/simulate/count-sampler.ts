import { exp } from '../elementary/exponential.ts'
import { log1p } from '../elementary/logarithm.ts'
import type { CountLaw } from '../frequency/count-law.ts'
import type { Frequency } from '../model/portfolio.ts'
import { lossSampler, tableOf } from './loss-sampler.ts'
import { drawFromTable, type QuantileTable } from './quantile-table.ts'
import { atPlace, mixedWithin, uniform, uniformWithin } from './random-stream.ts'

/** The number of events in a year: `factor` multiplies the rate, or the chance where there is no rate. Never falls when it rises. */
export type CountSampler = (key: number, year: number, factor: number) => number

// A piece of a large count is inverted at a time, so that no probability vanishes.
const piece = 40
/** Draws within a year: counts from here down, events from 0 up. */
const countPlace = -2
const ratePlace = -1_000_000

export function countSampler(frequency: Frequency): CountSampler {
  switch (frequency.type) {
    case 'poisson':
      return (key, year, factor) => poissonCountAt(key, year, frequency.rate * factor)
    case 'bernoulli':
      return (key, year, factor) => (uniform(key, year, countPlace) > 1 - frequency.p * factor ? 1 : 0)
    case 'binomial':
      return (key, year, factor) => binomialCountAt(key, year, frequency.n, frequency.p * factor)
    case 'zip':
      return (key, year, factor) =>
        uniform(key, year, ratePlace) < frequency.pZero ? 0 : poissonCountAt(key, year, frequency.rate * factor)
    case 'negbin': {
      const { mean, r } = frequency
      if (mean === 0) return () => 0
      const rate = lossSampler({ type: 'gamma', shape: r, scale: mean / r })
      return (key, year, factor) => poissonCountAt(key, year, factor * rate(uniform(key, year, ratePlace)))
    }
    case 'mixedPoisson': {
      const table = tableOf(frequency.rate)
      if (table !== null)
        return (key, year, factor) => {
          const placed = atPlace(key, year)
          return poissonCountWithin(key, placed, factor * drawFromTable(table, mixedWithin(key, placed, ratePlace)))
        }
      const rate = lossSampler(frequency.rate)
      return (key, year, factor) => poissonCountAt(key, year, factor * rate(uniform(key, year, ratePlace)))
    }
  }
}

/** The counts of as many years as there are factors, from `first` on. */
export type BlockSampler = (key: number, first: number, factors: Float64Array, out: Int32Array) => void

/** A year at a time; a rate that comes from a table, which most have, in a loop of its own. */
export function blockSampler(frequency: Frequency): BlockSampler {
  const table = frequency.type === 'mixedPoisson' && frequency.rate.type !== 'constant' ? tableOf(frequency.rate) : null
  if (table !== null) return (key, first, factors, out) => mixedCounts(table, key, first, factors, out)
  const count = countSampler(frequency)
  return (key, first, factors, out) => {
    for (let at = 0; at < out.length; at++) out[at] = count(key, first + at, factors[at] ?? 1)
  }
}

function mixedCounts(table: QuantileTable, key: number, first: number, factors: Float64Array, out: Int32Array): void {
  for (let at = 0; at < out.length; at++) {
    const placed = atPlace(key, first + at)
    const rate = (factors[at] ?? 1) * drawFromTable(table, mixedWithin(key, placed, ratePlace))
    out[at] = uniformWithin(key, placed, countPlace) < 1 - rate ? 0 : poissonCountWithin(key, placed, rate)
  }
}

/** A Poisson count by inversion of fixed uniform numbers. */
export function poissonCountAt(key: number, year: number, rate: number): number {
  return poissonCountWithin(key, atPlace(key, year), rate)
}

function poissonCountWithin(key: number, placed: number, rate: number): number {
  const u = uniformWithin(key, placed, countPlace)
  // e^{−λ} ≥ 1 − λ spares the exponential in most quiet years.
  if (u < 1 - rate) return 0
  let count = invertedPoisson(u, Math.min(rate, piece))
  for (let part = 1; part * piece < rate; part++)
    count += invertedPoisson(uniformWithin(key, placed, countPlace - part), Math.min(rate - part * piece, piece))
  return count
}

function invertedPoisson(u: number, rate: number): number {
  let p = exp(-rate)
  let sum = p
  let n = 0
  while (u > sum && n < 400) {
    n++
    p *= rate / n
    sum += p
  }
  return n
}

function binomialCountAt(key: number, year: number, n: number, p: number): number {
  if (!(p > 0)) return 0
  if (p >= 1) return n
  const size = Math.max(1, Math.floor(piece / p))
  let count = 0
  for (let left = n, part = 0; left > 0; left -= size, part++)
    count += invertedBinomial(uniform(key, year, countPlace - part), Math.min(left, size), p)
  return count
}

function invertedBinomial(u: number, n: number, p: number): number {
  const odds = p / (1 - p)
  let chance = exp(n * log1p(-p))
  let sum = chance
  let k = 0
  while (u > sum && k < n) {
    k++
    chance *= ((n - k + 1) / k) * odds
    sum += chance
  }
  return k
}

/** The count at a uniform number, by the law's own probabilities: for a copula, which needs the whole law in one number. */
export function countAt(law: CountLaw): (u: number) => number {
  const sums = law.probabilities().slice()
  for (let n = 1; n < sums.length; n++) sums[n] = (sums[n] ?? 0) + (sums[n - 1] ?? 0)
  return (u) => {
    let n = 0
    while (n < sums.length - 1 && u > (sums[n] ?? 1)) n++
    return n
  }
}
