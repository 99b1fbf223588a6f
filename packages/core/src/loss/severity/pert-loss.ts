import { exp } from '../elementary/exponential.ts'
import { betaLower, logBeta } from '../elementary/incomplete-beta.ts'
import { log } from '../elementary/logarithm.ts'
import { invertSurvival } from './invert-survival.ts'
import type { SeverityLaw } from './severity-law.ts'

/** The two shapes of the beta law behind a PERT; lambda says how much the mode weighs (4: the classical PERT). */
export function pertShapes(min: number, mode: number, max: number, lambda = 4): { alpha: number; beta: number } {
  const width = max - min
  return { alpha: 1 + (lambda * (mode - min)) / width, beta: 1 + (lambda * (max - mode)) / width }
}

/**
 * PERT loss: min + (max − min)·Beta(α, β), α = 1 + λ(mode − min)/(max − min), β = 1 + λ(max − mode)/(max − min) (Malcolm et al. 1959; modified
 * PERT: Vose 2000). Closed forms by the incomplete beta function, relative error about 1e-13; quantiles by inversion to 1e-13.
 */
export function pertLoss(min: number, mode: number, max: number, lambda = 4): SeverityLaw {
  const width = max - min
  const { alpha, beta } = pertShapes(min, mode, max, lambda)
  const mean = min + (width * alpha) / (alpha + beta)
  const ratio = alpha / (alpha + beta)
  const second = (ratio * (alpha + 1)) / (alpha + beta + 1)
  const front = logBeta(alpha, beta) + log(width)
  const at = (x: number) => (x - min) / width
  const survival = (x: number) => (x <= min ? 1 : betaLower(beta, alpha, 1 - at(x)))
  const density = (x: number) => {
    const t = at(x)
    return t > 0 && t < 1 ? exp((alpha - 1) * log(t) + (beta - 1) * log(1 - t) - front) : 0
  }
  return {
    mean,
    meanSquare: min * min + 2 * min * width * ratio + width * width * second,
    most: max,
    atoms: [],
    survival,
    limitedMean: (x) => {
      if (x <= min) return x
      if (x >= max) return mean
      return min + width * (ratio * betaLower(alpha + 1, beta, at(x)) + at(x) * survival(x))
    },
    stopLoss: (x) => {
      if (x <= min) return mean - x
      return x >= max ? 0 : width * Math.max(0, ratio * betaLower(beta, alpha + 1, 1 - at(x)) - at(x) * survival(x))
    },
    squareBelow: (x) => {
      const t = at(x)
      const first = 2 * min * width * ratio * betaLower(alpha + 1, beta, t)
      return min * min * betaLower(alpha, beta, t) + first + width * width * second * betaLower(alpha + 2, beta, t)
    },
    quantile: (p) => invertSurvival({ survival, density, most: max, start: mean }, 1 - p),
    density,
    smooth: (step) => (width < 200 * step ? [] : [{ from: min + 64 * step, to: max - 64 * step }]),
    scaled: (factor) => pertLoss(min * factor, mode * factor, max * factor, lambda),
  }
}
