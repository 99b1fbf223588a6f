import { exp } from '../elementary/exponential.ts'
import { logGamma } from '../elementary/log-gamma.ts'
import { log } from '../elementary/logarithm.ts'
import { cosineSine } from '../elementary/sine-cosine.ts'
import { type CountLaw, probabilitiesBy } from './count-law.ts'

/** Events that come independently of each other at this rate a year. P(z) = e^{λ(z−1)}. */
export function poissonCount(rate: number): CountLaw {
  const law: CountLaw = {
    mean: rate,
    variance: rate,
    pgfAt: (z) => exp(rate * (z - 1)),
    pgf: (z, out) => {
      const n = z.length / 2
      const turn = new Float64Array(2)
      for (let j = 0; j < n; j++) {
        const size = exp(rate * ((z[j] ?? 0) - 1))
        cosineSine(rate * (z[n + j] ?? 0), turn, 0)
        out[j] = size * (turn[0] ?? 0)
        out[n + j] = size * (turn[1] ?? 0)
      }
    },
    thinned: (keep) => poissonCount(rate * keep),
    multiplied: (factor) => poissonCount(rate * factor),
    others: () => law,
    poissonRates: { values: Float64Array.of(rate), weights: Float64Array.of(1) },
    probabilities: () => poissonProbabilities(rate),
  }
  return law
}

/** P(N = n); by logarithms where e^{−λ} would vanish. */
export function poissonProbabilities(rate: number): Float64Array {
  if (rate < 600) return probabilitiesBy(exp(-rate), (n) => rate / n, rate)
  const last = Math.ceil(rate + 12 * Math.sqrt(rate) + 40)
  return Float64Array.from({ length: last }, (_, n) => exp(n * log(rate) - rate - logGamma(n + 1)))
}
