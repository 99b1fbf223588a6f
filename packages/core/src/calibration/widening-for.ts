import { promisedRate } from './hit-rate.ts'

/**
 * By how much all ranges together would have had to be wider for nine in ten to hold the truth: the smallest factor that enough of
 * `needed` (see `neededWidening`) stay within. Null with fewer than ten; below 1 they could have been narrower.
 */
export function wideningFor(needed: readonly number[]): number | null {
  if (needed.length < 10) return null
  const sorted = needed.toSorted((a, b) => a - b)
  return sorted[Math.ceil(promisedRate * sorted.length) - 1] ?? null
}
