import { exp } from '../../elementary/exponential.ts'
import { cosineSine } from '../../elementary/sine-cosine.ts'
import type { Lattice } from '../../exact/lattice.ts'

/** Arithmetic on half-spectra: real parts, then imaginary parts, in one array. */

/** into ← into + factor·a·b. */
export function addProduct(into: Float64Array, factor: number, a: Float64Array, b: Float64Array): void {
  const n = into.length / 2
  for (let j = 0; j < n; j++) {
    const aRe = a[j] ?? 0
    const aIm = a[n + j] ?? 0
    const bRe = b[j] ?? 0
    const bIm = b[n + j] ?? 0
    into[j] = (into[j] ?? 0) + factor * (aRe * bRe - aIm * bIm)
    into[n + j] = (into[n + j] ?? 0) + factor * (aRe * bIm + aIm * bRe)
  }
}

export function product(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length)
  addProduct(out, 1, a, b)
  return out
}

/** a/b, and 0 where b has died away: then a, of which it is a factor, has too. */
export function quotient(a: Float64Array, b: Float64Array): Float64Array {
  const n = a.length / 2
  const out = new Float64Array(a.length)
  for (let j = 0; j < n; j++) {
    const bRe = b[j] ?? 0
    const bIm = b[n + j] ?? 0
    const size = bRe * bRe + bIm * bIm
    if (!(size > 1e-280)) continue
    const aRe = a[j] ?? 0
    const aIm = a[n + j] ?? 0
    out[j] = (aRe * bRe + aIm * bIm) / size
    out[n + j] = (aIm * bRe - aRe * bIm) / size
  }
  return out
}

/** into ← into + factor·(a − 1). */
export function addLessOne(into: Float64Array, factor: number, a: Float64Array): void {
  const n = into.length / 2
  for (let j = 0; j < n; j++) {
    into[j] = (into[j] ?? 0) + factor * ((a[j] ?? 0) - 1)
    into[n + j] = (into[n + j] ?? 0) + factor * (a[n + j] ?? 0)
  }
}

export function addScaled(into: Float64Array, factor: number, a: Float64Array): void {
  for (let j = 0; j < into.length; j++) into[j] = (into[j] ?? 0) + factor * (a[j] ?? 0)
}

export function lessOne(a: Float64Array): Float64Array {
  const n = a.length / 2
  return a.map((value, j) => (j < n ? value - 1 : value))
}

export function exponential(a: Float64Array): Float64Array {
  const n = a.length / 2
  const out = new Float64Array(a.length)
  const turn = new Float64Array(2)
  for (let j = 0; j < n; j++) {
    const re = a[j] ?? 0
    if (re < -46) continue
    const size = exp(re)
    cosineSine(a[n + j] ?? 0, turn, 0)
    out[j] = size * (turn[0] ?? 0)
    out[n + j] = size * (turn[1] ?? 0)
  }
  return out
}

/**
 * Weights with which a half-spectrum gives Σ_k w_k·m_k, m the masses on the lattice: the same sum, by Parseval, without going back to the
 * masses. Use with `paired`.
 */
export function weightsOnSpectrum(weights: Float64Array, { fourier, size, untilt, kept }: Lattice): Float64Array {
  const out = new Float64Array(2 * kept)
  fourier.forward(
    weights.map((weight, k) => weight * (untilt[k] ?? 0)),
    out,
  )
  const n = kept
  for (let j = 0; j < n; j++) {
    const times = (j === 0 || j === fourier.half - 1 ? 1 : 2) / size
    out[j] = (out[j] ?? 0) * times
    out[n + j] = -(out[n + j] ?? 0) * times
  }
  return out
}

/** Re Σ_j w_j·a_j·b_j. */
export function paired(weights: Float64Array, a: Float64Array, b: Float64Array): number {
  const n = weights.length / 2
  let sum = 0
  for (let j = 0; j < n; j++) {
    const aRe = a[j] ?? 0
    const aIm = a[n + j] ?? 0
    const bRe = b[j] ?? 0
    const bIm = b[n + j] ?? 0
    sum += (weights[j] ?? 0) * (aRe * bRe - aIm * bIm) - (weights[n + j] ?? 0) * (aRe * bIm + aIm * bRe)
  }
  return sum
}

export function pairedAlone(weights: Float64Array, a: Float64Array): number {
  const n = weights.length / 2
  let sum = 0
  for (let j = 0; j < n; j++) sum += (weights[j] ?? 0) * (a[j] ?? 0) - (weights[n + j] ?? 0) * (a[n + j] ?? 0)
  return sum
}
