import { exp } from '../elementary/exponential.ts'
import { lognormalFrom90 } from '../lognormal.ts'
import type { Uncertain } from '../model/portfolio.ts'
import { normalCdf, normalQuantile } from '../normal.ts'
import { meanBelow } from '../severity/severity-law.ts'
import { severityOf } from '../severity/severity-of.ts'

const known = new Map<string, Float64Array>()
const mostKnown = 200

/**
 * An uncertain input cut into equally probable parts, each by its mean: Latin hypercube values that rise and whose average is the mean of
 * the law, whatever their number. Relative error about 1e-12.
 */
export function stratumMeans(law: Uncertain, parts: number): Float64Array {
  switch (law.type) {
    case 'constant':
      return new Float64Array(parts).fill(law.value)
    case 'lognormal90':
      return lognormalParts(law, parts)
    case 'uniform':
      return Float64Array.from({ length: parts }, (_, k) => law.min + ((law.max - law.min) * (k + 0.5)) / parts)
    case 'gamma':
      return standardParts(`gamma ${law.shape}`, { ...law, scale: 1 }, parts).map((value) => value * law.scale)
    case 'pert': {
      const { min, max, lambda } = law
      if (!(max > min)) return new Float64Array(parts).fill(min)
      const mode = (law.mode - min) / (max - min)
      const standard: Uncertain = { type: 'pert', min: 0, mode, max: 1, ...(lambda === undefined ? {} : { lambda }) }
      return standardParts(`pert ${mode} ${lambda ?? 4}`, standard, parts).map((value) => min + (max - min) * value)
    }
  }
}

/** E[X; Φ⁻¹ in (a, b)] = e^{μ+σ²/2}(Φ(b − σ) − Φ(a − σ)). */
function lognormalParts(law: Extract<Uncertain, { type: 'lognormal90' }>, parts: number): Float64Array {
  const parameters = lognormalFrom90(law)
  if (parameters === null) return new Float64Array(parts).fill(law.low)
  const { mu, sigma } = parameters
  const mean = exp(mu + (sigma * sigma) / 2)
  const below = Float64Array.from({ length: parts + 1 }, (_, k) => normalCdf(normalQuantile(k / parts) - sigma))
  return Float64Array.from({ length: parts }, (_, k) => mean * parts * ((below[k + 1] ?? 0) - (below[k] ?? 0)))
}

/** Of a law in its standard form, which many inputs have in common. */
function standardParts(name: string, law: Exclude<Uncertain, { type: 'constant' }>, parts: number): Float64Array {
  const key = `${name} ${parts}`
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const { mean, quantile, ...rest } = severityOf(law)
  const below = Float64Array.from({ length: parts + 1 }, (_, k) => {
    if (k === 0) return 0
    return k === parts ? mean : meanBelow({ ...rest, mean, quantile }, quantile(k / parts))
  })
  const made = Float64Array.from({ length: parts }, (_, k) => parts * ((below[k + 1] ?? 0) - (below[k] ?? 0)))
  if (known.size >= mostKnown) known.clear()
  known.set(key, made)
  return made
}
