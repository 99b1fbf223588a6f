import type { Interval } from '../chain/chain-snapshot.ts'
import { exp } from '../loss/elementary/exponential.ts'
import { logGamma } from '../loss/elementary/log-gamma.ts'
import { log, log1p } from '../loss/elementary/logarithm.ts'
import { z95 } from '../loss/lognormal.ts'

/** What a 90 % range promises. */
export const promisedRate = 0.9

export type HitCount = {
  /** Answered questions. */
  readonly answered: number
  /** Of these, ranges that held the truth. */
  readonly hits: number
}

/** P(at most `hits` of `answered`) for somebody whose ranges hold the truth nine times in ten: the binomial distribution. */
export function chanceOfSoFew({ answered, hits }: HitCount): number {
  let sum = 0
  for (let k = 0; k <= hits; k++) sum += binomial(answered, k)
  return Math.min(1, sum)
}

/** P(at least `hits` of `answered`) for the same person. */
export function chanceOfSoMany({ answered, hits }: HitCount): number {
  let sum = 0
  for (let k = hits; k <= answered; k++) sum += binomial(answered, k)
  return Math.min(1, sum)
}

function binomial(n: number, k: number): number {
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  return exp(ways + k * log(promisedRate) + (n - k) * log1p(-promisedRate))
}

/** 90 % interval of the true hit rate after so many answers (Wilson 1927); null before the first. */
export function hitRateInterval({ answered, hits }: HitCount): Interval | null {
  if (answered === 0) return null
  const rate = hits / answered
  const z2 = (z95 * z95) / answered
  const centre = (rate + z2 / 2) / (1 + z2)
  const half = (z95 / (1 + z2)) * Math.sqrt((rate * (1 - rate)) / answered + z2 / (4 * answered))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
