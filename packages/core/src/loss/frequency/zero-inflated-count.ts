import type { CountLaw } from './count-law.ts'
import { poissonCount } from './poisson-count.ts'

/** With probability pZero nothing can happen this year; else a Poisson count. P(z) = π + (1−π)e^{λ(z−1)}. */
export function zeroInflatedCount(pZero: number, rate: number): CountLaw {
  const poisson = poissonCount(rate)
  const rest = 1 - pZero
  return {
    mean: rest * rate,
    variance: rest * rate * (1 + pZero * rate),
    pgfAt: (z) => pZero + rest * poisson.pgfAt(z),
    pgf: (z, out) => {
      const n = z.length / 2
      poisson.pgf(z, out)
      for (let j = 0; j < n; j++) {
        out[j] = pZero + rest * (out[j] ?? 0)
        out[n + j] = rest * (out[n + j] ?? 0)
      }
    },
    thinned: (keep) => zeroInflatedCount(pZero, rate * keep),
    multiplied: (factor) => zeroInflatedCount(pZero, rate * factor),
    others: () => poisson,
    poissonRates: { values: Float64Array.of(0, rate), weights: Float64Array.of(pZero, rest) },
    probabilities: () => poisson.probabilities().map((p, n) => (n === 0 ? pZero : 0) + rest * p),
  }
}
