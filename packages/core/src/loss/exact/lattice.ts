import { exp } from '../elementary/exponential.ts'
import { powerOfTwoAbove } from '../elementary/power-of-two.ts'
import { type Fourier, fourier } from './fourier.ts'

/** The grid 0, step, …, (size − 1)·step on which a year's loss is computed. */
export type Lattice = {
  readonly size: number
  readonly step: number
  /** size·step: losses beyond it are seen only through what is missing below. */
  readonly range: number
  readonly fourier: Fourier
  /** e^{−θk/n}: exponential tilting, which keeps what wraps around small. */
  readonly tilt: Float64Array
  readonly untilt: Float64Array
  readonly theta: number
  /** Compound Poisson exponents are kept as whole multiples of this, so that their sums are exact in any order. */
  readonly quantum: number
  /** How many of the lowest frequencies are worked with; the transform of a year has died away above them. */
  readonly kept: number
}

// Wrapped-around probability shrinks by e^{−16} ≈ 1e-7 while rounding errors grow to about 1e-9 (Embrechts and Frei 2009).
const theta = 16
const tilts = new Map<number, { readonly tilt: Float64Array; readonly untilt: Float64Array }>()

/**
 * @param totalRate an upper bound of the sum of all rates that will be priced on this lattice
 * @param kept frequencies to work with; all when left out
 */
export function lattice(size: number, range: number, totalRate: number, kept = size / 2 + 1): Lattice {
  const made = tilts.get(size) ?? {
    tilt: Float64Array.from({ length: size }, (_, k) => exp((-theta * k) / size)),
    untilt: Float64Array.from({ length: size }, (_, k) => exp((theta * k) / size)),
  }
  tilts.set(size, made)
  // |λ(φ − 1)| ≤ 2λ; sums below 2⁵¹ quanta leave room for the rounding trick.
  const quantum = powerOfTwoAbove(8 * totalRate + 8) / 2 ** 51
  return { size, range, step: range / size, fourier: fourier(size), ...made, theta, quantum, kept }
}

/** The sum of rates up to which exponents keep to whole quanta. */
export function mostRate({ quantum }: Lattice): number {
  return (quantum * 2 ** 51) / 8
}
