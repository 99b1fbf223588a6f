import { exp } from '../elementary/exponential.ts'
import { log1p } from '../elementary/logarithm.ts'
import type { CountLaw } from '../frequency/count-law.ts'
import type { Frequency } from '../model/portfolio.ts'
import { uniform } from './random-stream.ts'

/** The number of events in a year: `factor` multiplies the chance of each. Never falls when it rises. */
export type ChanceCount = (key: number, year: number, factor: number) => number

const countPlace = -2

/** For the laws that count chances; null for those that have a rate. */
export function chanceCount(frequency: Frequency): ChanceCount | null {
  switch (frequency.type) {
    case 'bernoulli':
      return (key, year, factor) => (uniform(key, year, countPlace) > 1 - frequency.p * factor ? 1 : 0)
    case 'binomial':
      return (key, year, factor) => binomialCountAt(key, year, frequency.n, frequency.p * factor)
    default:
      return null
  }
}

// The expected part of a count that is inverted at a time, so that no probability vanishes.
const piece = 40

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
