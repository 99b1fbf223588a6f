import { exp } from '../elementary/exponential.ts'
import { log } from '../elementary/logarithm.ts'
import { cosineSine } from '../elementary/sine-cosine.ts'
import { complexPower } from '../frequency/negative-binomial-count.ts'
import type { Lattice } from './lattice.ts'

/** exponent ± rate·(event − 1), each term rounded to a whole quantum: adding and taking away in any order gives the same bits. */
export function addScaled(into: Float64Array, event: Float64Array, rate: number, sign: 1 | -1, lattice: Lattice): void {
  const n = into.length / 2
  // Adding and taking away 1.5·2⁵² quanta rounds to a whole quantum.
  const big = 6755399441055744 * lattice.quantum
  for (let j = 0; j < n; j++) {
    const re = rate * ((event[j] ?? 0) - 1) + big - big
    const im = rate * (event[n + j] ?? 0) + big - big
    into[j] = (into[j] ?? 0) + sign * re
    into[n + j] = (into[n + j] ?? 0) + sign * im
  }
}

/** out ← out·factor, or the factor itself where there is none yet. */
export function multiplied(out: Float64Array | null, factor: Float64Array): Float64Array {
  if (out === null) return factor.slice()
  const n = out.length / 2
  for (let j = 0; j < n; j++) {
    const re = out[j] ?? 0
    const im = out[n + j] ?? 0
    const otherRe = factor[j] ?? 0
    const otherIm = factor[n + j] ?? 0
    out[j] = re * otherRe - im * otherIm
    out[n + j] = re * otherIm + im * otherRe
  }
  return out
}

// Below e^{−40} a frequency adds less than 1e-10 to any probability, tilting included.
export const least = -40

/**
 * The transform of a year, e^exponent·product, with the variance correction e^{−s²V/2} of what the lattice adds to the variance wherever the transform has
 * died away before its end; else the correction would ring (Grübel and Hermesmeier 1999 on the error it removes).
 * @param widening V
 */
export function yearSpectrum(
  exponent: Float64Array,
  product: Float64Array | null,
  widening: number,
  lattice: Lattice,
): Float64Array {
  const n = exponent.length / 2
  const out = new Float64Array(2 * n)
  let last = n
  while (last > 0 && logSize(exponent, product, last - 1) < least) last--
  const hasDied = last < n || n < lattice.fourier.half
  const unit = hasDied ? widening / (lattice.range * lattice.range) : 0
  const turn = new Float64Array(2)
  for (let j = 0; j < last; j++) {
    const w = 2 * Math.PI * j
    const size = exp((exponent[j] ?? 0) + ((w * w - lattice.theta * lattice.theta) / 2) * unit)
    cosineSine((exponent[n + j] ?? 0) - w * lattice.theta * unit, turn, 0)
    const re = size * (turn[0] ?? 0)
    const im = size * (turn[1] ?? 0)
    const otherRe = product === null ? 1 : (product[j] ?? 0)
    const otherIm = product === null ? 0 : (product[n + j] ?? 0)
    out[j] = re * otherRe - im * otherIm
    out[n + j] = re * otherIm + im * otherRe
  }
  return out
}

/** ln |e^exponent·product| at one frequency. */
function logSize(exponent: Float64Array, product: Float64Array | null, j: number): number {
  const own = exponent[j] ?? 0
  // Nothing grows by a factor, so that this is enough where the exponent alone has died away.
  if (product === null || own < least) return own
  const n = exponent.length / 2
  const re = product[j] ?? 0
  const im = product[n + j] ?? 0
  return own + 0.5 * log(re * re + im * im)
}

/** The same where a gamma factor of this shape multiplies all rates: its average is (1 − exponent/r)^{−r}. */
export function gammaYearSpectrum(exponent: Float64Array, shape: number): Float64Array {
  const n = exponent.length / 2
  const out = new Float64Array(2 * n)
  for (let j = 0; j < n; j++)
    complexPower(1 - (exponent[j] ?? 0) / shape, -(exponent[n + j] ?? 0) / shape, -shape, out, j, n + j)
  return out
}
