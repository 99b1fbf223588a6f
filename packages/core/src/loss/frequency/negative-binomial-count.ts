import { arctangentOfRatio } from '../elementary/arctangent.ts'
import { exp } from '../elementary/exponential.ts'
import { log, log1p } from '../elementary/logarithm.ts'
import { cosineSine } from '../elementary/sine-cosine.ts'
import { type CountLaw, probabilitiesBy } from './count-law.ts'

/**
 * A Poisson count whose rate follows a gamma law of this mean and shape r (coefficient of variation 1/√r), drawn once a year.
 * P(z) = (1 + (m/r)(1−z))^{−r}.
 */
export function negativeBinomialCount(mean: number, r: number): CountLaw {
  const q = mean / r
  return {
    mean,
    variance: mean + mean * q,
    pgfAt: (z) => exp(-r * log1p(q * (1 - z))),
    pgf: (z, out) => {
      const n = z.length / 2
      for (let j = 0; j < n; j++) complexPower(1 + q * (1 - (z[j] ?? 0)), -q * (z[n + j] ?? 0), -r, out, j, n + j)
    },
    thinned: (keep) => negativeBinomialCount(mean * keep, r),
    multiplied: (factor) => negativeBinomialCount(mean * factor, r),
    others: () => negativeBinomialCount(mean + q, r + 1),
    poissonRates: null,
    probabilities: () =>
      probabilitiesBy(
        exp(-r * log1p(q)),
        (n) => ((n - 1 + r) / n) * (q / (1 + q)),
        mean + 20 * Math.sqrt(mean + mean * q),
      ),
  }
}

const turn = new Float64Array(2)

/** (re + i·im)^power for re > 0, into out[atRe] and out[atIm]. */
export function complexPower(
  re: number,
  im: number,
  power: number,
  out: Float64Array,
  atRe: number,
  atIm: number,
): void {
  const size = exp((power / 2) * log(re * re + im * im))
  cosineSine(power * arctangentOfRatio(im, re), turn, 0)
  out[atRe] = size * (turn[0] ?? 0)
  out[atIm] = size * (turn[1] ?? 0)
}
