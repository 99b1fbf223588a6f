import { exp } from '../elementary/exponential.ts'
import { log1p } from '../elementary/logarithm.ts'
import { type CountLaw, probabilitiesBy } from './count-law.ts'

/** n chances a year, each an event with probability p; n = 1 is the yes-or-no law of Bernoulli. P(z) = (1 + p(z−1))ⁿ. */
export function binomialCount(n: number, p: number): CountLaw {
  return {
    mean: n * p,
    variance: n * p * (1 - p),
    pgfAt: (z) => exp(n * log1p(p * (z - 1))),
    pgf: (z, out) => {
      const half = z.length / 2
      for (let j = 0; j < half; j++) {
        // Square and multiply: exact up to rounding for a whole power.
        let baseRe = 1 + p * ((z[j] ?? 0) - 1)
        let baseIm = p * (z[half + j] ?? 0)
        let re = 1
        let im = 0
        for (let power = n; power > 0; power = Math.floor(power / 2)) {
          if (power % 2 === 1) {
            const next = re * baseRe - im * baseIm
            im = re * baseIm + im * baseRe
            re = next
          }
          const square = baseRe * baseRe - baseIm * baseIm
          baseIm = 2 * baseRe * baseIm
          baseRe = square
        }
        out[j] = re
        out[half + j] = im
      }
    },
    thinned: (keep) => binomialCount(n, p * keep),
    multiplied: () => null,
    others: () => binomialCount(Math.max(0, n - 1), p),
    poissonRates: null,
    probabilities: () =>
      p === 1 ? Float64Array.from({ length: n + 1 }, (_, k) => (k === n ? 1 : 0)) : binomialProbabilities(n, p),
  }
}

function binomialProbabilities(n: number, p: number): Float64Array {
  const odds = p / (1 - p)
  const first = exp(n * log1p(-p))
  if (first > 1e-280) return probabilitiesBy(first, (k) => ((n - k + 1) / k) * odds, n * p).slice(0, n + 1)
  // From the middle outwards where the first probability would vanish, then to a sum of 1.
  const out = new Float64Array(n + 1)
  const middle = Math.min(n, Math.floor(n * p))
  out[middle] = 1
  for (let k = middle + 1; k <= n; k++) out[k] = (out[k - 1] ?? 0) * ((n - k + 1) / k) * odds
  for (let k = middle - 1; k >= 0; k--) out[k] = ((out[k + 1] ?? 0) * (k + 1)) / (n - k) / odds
  const sum = out.reduce((total, value) => total + value, 0)
  return out.map((value) => value / sum)
}
