import { exp } from '../loss/elementary/exponential.ts'
import { log } from '../loss/elementary/logarithm.ts'
import { type HitCount, promisedRate } from './hit-rate.ts'

/** Nobody counts less: being wrong about trivia does not make somebody's knowledge of a system worthless. */
export const leastWeight = 0.1
/** Of somebody who has answered fewer than twenty questions. */
export const untestedWeight = 0.5
export const answersForWeight = 20

/**
 * Relative weight in a pool: the likelihood of the person's hits at a hit rate of 0.9 over that at their own hit rate,
 * exp(−n·KL(hits/n ‖ 0.9)), 1 for somebody who hits exactly 9 in 10. The idea is the calibration score of Cooke (Experts in
 * Uncertainty, 1991) on two bins.
 */
export function calibrationWeight({ answered, hits }: HitCount): number {
  if (answered < answersForWeight) return untestedWeight
  const rate = hits / answered
  const divergence = part(rate, promisedRate) + part(1 - rate, 1 - promisedRate)
  return Math.max(leastWeight, exp(-answered * divergence))
}

function part(p: number, q: number): number {
  return p === 0 ? 0 : p * (log(p) - log(q))
}
