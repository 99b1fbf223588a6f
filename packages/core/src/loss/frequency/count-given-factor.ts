import { normalCdf, normalQuantile } from '../normal.ts'
import type { CountLaw } from './count-law.ts'

/**
 * The count of a scenario in a year whose common normal is z, under a one-factor Gaussian copula of correlation rho: P(N ≤ n | z) =
 * Φ((Φ⁻¹(F(n)) − √ρ·z)/√(1−ρ)). A large z brings many events.
 */
export function countGivenCommon(law: CountLaw, rho: number, z: number): CountLaw {
  const own = law.probabilities()
  const out = new Float64Array(own.length)
  let upper = 1
  for (let n = own.length - 1, sum = 0; n >= 0; n--) {
    sum += own[n] ?? 0
    out[n] = sum
  }
  for (let n = 0; n < own.length; n++) {
    // P(N > n) by the upper tail, which keeps its digits.
    const tail = n + 1 < own.length ? (out[n + 1] ?? 0) : 0
    const next = tail > 0 ? normalCdf((Math.sqrt(rho) * z + normalQuantile(tail)) / Math.sqrt(1 - rho)) : 0
    out[n] = upper - next
    upper = next
  }
  return tabledCount(out)
}

/** A count by its probabilities. */
function tabledCount(probabilities: Float64Array): CountLaw {
  const expected = (value: (n: number) => number) => probabilities.reduce((sum, p, n) => sum + p * value(n), 0)
  const mean = expected((n) => n)
  return {
    mean,
    variance: expected((n) => (n - mean) * (n - mean)),
    pgfAt: (z) => probabilities.reduceRight((sum, p) => sum * z + p, 0),
    pgf: (z, out) => {
      const n = z.length / 2
      for (let j = 0; j < n; j++) {
        const zRe = z[j] ?? 0
        const zIm = z[n + j] ?? 0
        let re = 0
        let im = 0
        for (let k = probabilities.length - 1; k >= 0; k--) {
          const next = re * zRe - im * zIm + (probabilities[k] ?? 0)
          im = re * zIm + im * zRe
          re = next
        }
        out[j] = re
        out[n + j] = im
      }
    },
    thinned: (keep) => (keep === 1 ? tabledCount(probabilities) : thinnedCount(tabledCount(probabilities), keep)),
    multiplied: () => null,
    others: () =>
      tabledCount(
        mean > 0
          ? Float64Array.from(
              { length: probabilities.length - 1 },
              (_, n) => ((n + 1) * (probabilities[n + 1] ?? 0)) / mean,
            )
          : Float64Array.of(1),
      ),
    poissonRates: null,
    probabilities: () => probabilities,
  }
}

/** Every event of a tabled count kept with this probability: P(1 − q + qz). */
function thinnedCount(law: CountLaw, keep: number): CountLaw {
  return {
    mean: law.mean * keep,
    variance: keep * keep * law.variance + keep * (1 - keep) * law.mean,
    pgfAt: (z) => law.pgfAt(1 - keep + keep * z),
    pgf: (z, out) => {
      const n = z.length / 2
      law.pgf(
        z.map((value, j) => (j < n ? 1 - keep + keep * value : keep * value)),
        out,
      )
    },
    thinned: (more) => thinnedCount(law, keep * more),
    multiplied: () => null,
    others: () => thinnedCount(law.others(), keep),
    poissonRates: null,
    probabilities: law.probabilities,
  }
}
