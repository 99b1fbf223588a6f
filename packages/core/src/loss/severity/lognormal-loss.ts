import { exp } from '../elementary/exponential.ts'
import { log } from '../elementary/logarithm.ts'
import { normalCdf, normalQuantile } from '../normal.ts'
import { fixedLoss } from './fixed-loss.ts'
import { logOfWhole } from './log-of-whole.ts'
import type { SeverityLaw } from './severity-law.ts'

/**
 * Lognormal loss: ln X is normal with mean mu and standard deviation sigma (0: always e^mu). Closed forms, relative error
 * about 1e-15. E[(X−x)⁺] = e^{μ+σ²/2} Φ(σ−z) − x Φ(−z) with z = (ln x − μ)/σ (Klugman, Panjer, Willmot, Loss Models, app. A).
 */
export function lognormalLoss(mu: number, sigma: number): SeverityLaw {
  if (!(sigma > 0)) return fixedLoss(exp(mu))
  const mean = exp(mu + (sigma * sigma) / 2)
  const meanSquare = exp(2 * mu + 2 * sigma * sigma)
  const standard = (x: number) => (log(x) - mu) / sigma
  const height = 1 / (sigma * Math.sqrt(2 * Math.PI))
  return {
    mean,
    meanSquare,
    most: Number.POSITIVE_INFINITY,
    atoms: [],
    survival: (x) => (x > 0 ? normalCdf(-standard(x)) : 1),
    limitedMean: (x) => {
      if (!(x > 0)) return 0
      const z = standard(x)
      return mean * normalCdf(z - sigma) + x * normalCdf(-z)
    },
    stopLoss: (x) => {
      if (!(x > 0)) return mean
      const z = standard(x)
      return mean * normalCdf(sigma - z) - x * normalCdf(-z)
    },
    squareBelow: (x) => (x > 0 ? meanSquare * normalCdf(standard(x) - 2 * sigma) : 0),
    quantile: (p) => exp(mu + sigma * normalQuantile(p)),
    density: (x) => {
      if (!(x > 0)) return 0
      const z = standard(x)
      return (height * exp(-0.5 * z * z)) / x
    },
    densities: (step, from, to, every, out) => {
      const logs = logOfWhole(to)
      const shift = (log(step) - mu) / sigma
      const slope = 1 / sigma
      for (let k = from; k < to; k += every) {
        const z = (logs[k] ?? 0) * slope + shift
        out[k] = (height * exp(-0.5 * z * z)) / (k * step)
      }
    },
    smooth: (step) => [{ from: step * Math.max(64, 12 / sigma), to: Number.POSITIVE_INFINITY }],
    scaled: (factor) => lognormalLoss(mu + log(factor), sigma),
  }
}

/** Mean and standard deviation of the logarithm of the lognormal with these two quantiles, 0 < p₁ < p₂ < 1 and 0 < x₁ ≤ x₂. */
export function lognormalFromQuantiles(
  p1: number,
  x1: number,
  p2: number,
  x2: number,
): { readonly mu: number; readonly sigma: number } {
  const z1 = normalQuantile(p1)
  const sigma = (log(x2) - log(x1)) / (normalQuantile(p2) - z1)
  return { mu: log(x1) - sigma * z1, sigma }
}
