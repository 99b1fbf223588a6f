import type { Lattice } from './lattice.ts'

/** The distribution of a year's loss as one lattice shows it, below its range. */
export type LatticeCurve = {
  readonly range: number
  readonly step: number
  /** P(S ≤ x). */
  readonly cdf: (x: number) => number
  /** inf{x : P(S ≤ x) ≥ p}; null when it lies beyond what this lattice shows. */
  readonly quantile: (p: number) => number | null
  /** E[min(S, x)]. */
  readonly limitedMean: (x: number) => number
  /** 2∫₀ˣ t·P(S > t) dt. */
  readonly limitedSquare: (x: number) => number
}

/**
 * From the transform of a year: F at (k + ½)h is the sum of the masses up to k, right to O(h²); between these points it is linear, with a mass
 * that stands out of its neighbours taken as an atom at kh. E[min(S, kh)] is that of the lattice, which the discretisation keeps.
 */
export function latticeCurve(spectrum: Float64Array, lattice: Lattice, pZero: number): LatticeCurve {
  const { size, step, untilt } = lattice
  const masses = new Float64Array(size)
  lattice.fourier.inverse(spectrum, masses)
  const sums = new Float64Array(size)
  const limited = new Float64Array(size + 1)
  let sum = 0
  for (let k = 0; k < size; k++) {
    const mass = (masses[k] ?? 0) * (untilt[k] ?? 0)
    masses[k] = mass
    sum += mass
    // Rounding could make a sum fall.
    sums[k] = Math.min(1, Math.max(sum, k > 0 ? (sums[k - 1] ?? 0) : pZero))
    limited[k + 1] = (limited[k] ?? 0) + (1 - (sums[k] ?? 0)) * step
  }

  /** The part of the mass at k that is an atom there. */
  const atomAt = (k: number): number => {
    if (k <= 0 || k >= size - 1) return 0
    const around = ((masses[k - 1] ?? 0) + (masses[k + 1] ?? 0)) / 2
    const mass = masses[k] ?? 0
    return mass > 16 * around + 1e-9 ? mass - around : 0
  }
  const below = (k: number) => (k > 0 ? (sums[k - 1] ?? 0) : pZero)

  function cdf(x: number): number {
    if (x < 0) return 0
    const k = Math.min(size - 1, Math.floor(x / step + 0.5))
    const atom = atomAt(k)
    const start = below(k)
    const rise = (sums[k] ?? 0) - start - atom
    const from = k === 0 ? 0 : (k - 0.5) * step
    const share = Math.min(1, (x - from) / (k === 0 ? step / 2 : step))
    return start + rise * share + (x >= k * step ? atom : 0)
  }

  function quantile(p: number): number | null {
    if (p <= pZero) return 0
    let low = 0
    let high = size - 1
    if ((sums[high] ?? 0) < p) return null
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) >= p) high = middle
      else low = middle + 1
    }
    const atom = atomAt(low)
    const start = below(low)
    const rise = (sums[low] ?? 0) - start - atom
    if (low === 0) return rise > 0 ? ((p - start) / rise) * (step / 2) : 0
    const toAtom = start + rise / 2
    if (p <= toAtom || atom === 0) return (low - 0.5) * step + (rise > 0 ? ((p - start) / rise) * step : 0)
    return p <= toAtom + atom ? low * step : low * step + ((p - toAtom - atom) / rise) * step
  }

  function limitedMean(x: number): number {
    const k = Math.min(size - 1, Math.floor(x / step))
    return (limited[k] ?? 0) + (1 - (sums[k] ?? 0)) * (x - k * step)
  }

  function limitedSquare(x: number): number {
    let total = 0
    for (let k = 0; k * step < x && k < size; k++) {
      const from = k * step
      const to = Math.min(x, from + step)
      total += (1 - (sums[k] ?? 0)) * (to - from) * (to + from)
    }
    return total
  }

  return { range: lattice.range, step, cdf, quantile, limitedMean, limitedSquare }
}
