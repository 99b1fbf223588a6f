import { exp } from '../elementary/exponential.ts'
import { gammaLower, gammaUpper } from '../elementary/incomplete-gamma.ts'
import { logGamma } from '../elementary/log-gamma.ts'
import { log } from '../elementary/logarithm.ts'
import { invertSurvival } from './invert-survival.ts'
import type { SeverityLaw } from './severity-law.ts'

/**
 * Gamma loss with this shape and scale; shape 1 is the exponential. Closed forms by the incomplete gamma function, relative error
 * about 1e-13; quantiles by inversion to 1e-13.
 */
export function gammaLoss(shape: number, scale: number): SeverityLaw {
  const mean = shape * scale
  const front = logGamma(shape) + shape * log(scale)
  const survival = (x: number) => gammaUpper(shape, x / scale)
  const density = (x: number) => (x > 0 ? exp((shape - 1) * log(x) - x / scale - front) : 0)
  return {
    mean,
    meanSquare: shape * (shape + 1) * scale * scale,
    most: Number.POSITIVE_INFINITY,
    atoms: [],
    survival,
    limitedMean: (x) => (x > 0 ? mean * gammaLower(shape + 1, x / scale) + x * survival(x) : 0),
    stopLoss: (x) => (x > 0 ? Math.max(0, mean * gammaUpper(shape + 1, x / scale) - x * survival(x)) : mean),
    squareBelow: (x) => shape * (shape + 1) * scale * scale * gammaLower(shape + 2, x / scale),
    quantile: (p) => invertSurvival({ survival, density, most: Number.POSITIVE_INFINITY, start: mean }, 1 - p),
    density,
    smooth: (step) => (scale * Math.sqrt(shape) < 12 * step ? [] : [{ from: 64 * step, to: Number.POSITIVE_INFINITY }]),
    scaled: (factor) => gammaLoss(shape, scale * factor),
  }
}
