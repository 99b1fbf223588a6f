import type { Interval } from '../chain/chain-snapshot.ts'
import { log } from '../loss/elementary/logarithm.ts'
import type { CalibrationQuestion } from './calibration-questions.ts'

/** 1 − 0.9: what a 90 % interval leaves outside. */
const outside = 0.1

/**
 * The interval score of Winkler (1972), as Gneiting and Raftery (2007, eq. 43) write it: width + (2/α)·distance to the truth where it lies
 * outside. Lower is better, and honest 90 % ranges have the lowest expectation. On the logarithmic scale for quantities above zero (width 1 is
 * a factor of e), in spreads for years.
 */
export function intervalScore(
  { low, high }: Interval,
  question: Pick<CalibrationQuestion, 'truth' | 'scale' | 'spread'>,
): number {
  const place = (x: number) => (question.scale === 'log' ? log(x) : x / (question.spread ?? 1))
  const [l, u, x] = [place(low), place(high), place(question.truth)]
  return u - l + (2 / outside) * (Math.max(0, l - x) + Math.max(0, x - u))
}

export function isHit({ low, high }: Interval, truth: number): boolean {
  return low <= truth && truth <= high
}

/**
 * How many times as wide the range would have had to be to reach the truth, its middle kept: 0 where the truth is the middle, 1 at an end.
 * Infinite for a range without width that misses.
 */
export function neededWidening(
  { low, high }: Interval,
  question: Pick<CalibrationQuestion, 'truth' | 'scale'>,
): number {
  const place = (x: number) => (question.scale === 'log' ? log(x) : x)
  const [l, u, x] = [place(low), place(high), place(question.truth)]
  const distance = Math.abs(x - (l + u) / 2)
  return distance === 0 ? 0 : distance / ((u - l) / 2)
}
