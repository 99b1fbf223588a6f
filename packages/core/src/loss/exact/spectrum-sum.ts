import { exp } from '../elementary/exponential.ts'
import { cosineSine } from '../elementary/sine-cosine.ts'
import { complexPower } from '../frequency/negative-binomial-count.ts'
import type { Lattice } from './lattice.ts'
import type { ScenarioTransform } from './scenario-transform.ts'

/**
 * The exponents and factors of many scenarios, joined. Exponents are sums of whole quanta, so adding and taking away in any order gives the
 * same bits; factors are multiplied in blocks by the scenario's place, so that one change redoes one block.
 */
export type SpectrumSum = {
  readonly exponent: Float64Array
  readonly blocks: Map<number, Float64Array>
}

export function emptySum({ fourier }: Lattice): SpectrumSum {
  return { exponent: new Float64Array(2 * fourier.half), blocks: new Map() }
}

/** exponent ± rate·(event − 1), each term rounded to a whole quantum. */
export function addExponent(sum: SpectrumSum, part: ScenarioTransform, sign: 1 | -1, lattice: Lattice): void {
  addScaled(sum.exponent, part.spectrum, part.rate, sign, lattice)
}

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

// Below e^{−44} a frequency adds less than 1e-12 to any probability, tilting included.
const least = -44

/**
 * e^exponent, with the variance correction e^{−s²V/2} of what the lattice adds to the variance wherever the spectrum has died away before its end; else
 * the correction would ring (Grübel and Hermesmeier 1999 on the error it removes).
 * @param widening V
 * @param shape of a gamma factor common to all rates, whose average is (1 − exponent/r)^{−r}; null without one
 */
export function exponentiated(
  exponent: Float64Array,
  widening: number,
  shape: number | null,
  lattice: Lattice,
): Float64Array {
  const n = exponent.length / 2
  const out = new Float64Array(2 * n)
  if (shape !== null) {
    for (let j = 0; j < n; j++)
      complexPower(1 - (exponent[j] ?? 0) / shape, -(exponent[n + j] ?? 0) / shape, -shape, out, j, n + j)
    return out
  }
  let last = n
  while (last > 0 && (exponent[last - 1] ?? 0) < least) last--
  const unit = last < n ? widening / (lattice.range * lattice.range) : 0
  const turn = new Float64Array(2)
  for (let j = 0; j < last; j++) {
    const w = 2 * Math.PI * j
    const size = exp((exponent[j] ?? 0) + ((w * w - lattice.theta * lattice.theta) / 2) * unit)
    cosineSine((exponent[n + j] ?? 0) - w * lattice.theta * unit, turn, 0)
    out[j] = size * (turn[0] ?? 0)
    out[n + j] = size * (turn[1] ?? 0)
  }
  return out
}
