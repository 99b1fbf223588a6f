import { cosineSine } from '../elementary/sine-cosine.ts'

/**
 * The discrete Fourier transform of n real numbers, n a power of two from 8. A spectrum is one array: real parts at 0 … m − 1, then imaginary
 * parts, for the lowest m of the n/2 + 1 frequencies; what lies above is taken as nothing. Stockham radix-4 on n/2 complex numbers (no bit reversal); error about 2e-16·√log n of the root mean square.
 */
export type Fourier = {
  readonly size: number
  /** All frequencies there are: n/2 + 1. */
  readonly half: number
  /** Σ w_k x_k e^{−2πijk/n} for as many j, from 0, as `out` has room for; weights of 1 when left out. */
  readonly forward: (x: Float64Array, out: Float64Array, weights?: Float64Array) => void
  /** The real numbers with this spectrum. */
  readonly inverse: (spectrum: Float64Array, out: Float64Array) => void
}

const known = new Map<number, Fourier>()

/** One for each size: its tables and working room are kept. */
export function fourier(size: number): Fourier {
  const made = known.get(size) ?? makeFourier(size)
  known.set(size, made)
  return made
}

function makeFourier(size: number): Fourier {
  const n = size / 2
  const half = n + 1
  const turns = new Float64Array(2 * size)
  for (let k = 0; k < size; k++) cosineSine((-2 * Math.PI * k) / size, turns, 2 * k)
  // Twiddles of the complex transform of n points, real and imaginary parts apart.
  const wRe = Float64Array.from({ length: n }, (_, k) => turns[4 * k] ?? 0)
  const wIm = Float64Array.from({ length: n }, (_, k) => turns[4 * k + 1] ?? 0)
  const a = [new Float64Array(n), new Float64Array(n)] as const
  const b = [new Float64Array(n), new Float64Array(n)] as const
  const whole = new Float64Array(2 * half)
  const ones = new Float64Array(size).fill(1)
  return {
    size,
    half,
    forward: (x, out, weights = ones) => {
      firstStage(n, x, weights, a, wRe, wIm)
      const [zRe, zIm] = stockham(n / 4, 4, a, b, wRe, wIm)
      const kept = out.length / 2
      for (let j = 0; j < kept; j++) {
        const at = j === n ? 0 : j
        const mirror = j === 0 || j === n ? 0 : n - j
        const evenRe = ((zRe[at] ?? 0) + (zRe[mirror] ?? 0)) / 2
        const evenIm = ((zIm[at] ?? 0) - (zIm[mirror] ?? 0)) / 2
        const oddRe = ((zIm[at] ?? 0) + (zIm[mirror] ?? 0)) / 2
        const oddIm = ((zRe[mirror] ?? 0) - (zRe[at] ?? 0)) / 2
        const c = j === n ? -1 : (turns[2 * j] ?? 0)
        const s = j === n ? 0 : (turns[2 * j + 1] ?? 0)
        out[j] = evenRe + c * oddRe - s * oddIm
        out[kept + j] = evenIm + c * oddIm + s * oddRe
      }
    },
    inverse: (kept, out) => {
      const spectrum = padded(kept, whole)
      const [re, im] = a
      for (let j = 0; j < n; j++) {
        const mirror = n - j
        const evenRe = ((spectrum[j] ?? 0) + (spectrum[mirror] ?? 0)) / 2
        const evenIm = ((spectrum[half + j] ?? 0) - (spectrum[half + mirror] ?? 0)) / 2
        const differenceRe = ((spectrum[j] ?? 0) - (spectrum[mirror] ?? 0)) / 2
        const differenceIm = ((spectrum[half + j] ?? 0) + (spectrum[half + mirror] ?? 0)) / 2
        const c = turns[2 * j] ?? 0
        const s = -(turns[2 * j + 1] ?? 0)
        const oddRe = c * differenceRe - s * differenceIm
        const oddIm = c * differenceIm + s * differenceRe
        // The conjugate, so that the forward transform does the inverse.
        re[j] = evenRe - oddIm
        im[j] = -(evenIm + oddRe)
      }
      const [zRe, zIm] = stockham(n, 1, a, b, wRe, wIm)
      for (let k = 0; k < n; k++) {
        out[2 * k] = (zRe[k] ?? 0) / n
        out[2 * k + 1] = -(zIm[k] ?? 0) / n
      }
    },
  }
}

function padded(kept: Float64Array, whole: Float64Array): Float64Array {
  if (kept.length === whole.length) return kept
  const half = whole.length / 2
  const count = kept.length / 2
  whole.fill(0)
  whole.set(kept.subarray(0, count))
  whole.set(kept.subarray(count), half)
  return whole
}

type Pair = readonly [Float64Array, Float64Array]

/** What is left of a forward transform in x, from the stage of this length on; the result is in the pair that comes back, x or y. */
function stockham(first: number, turns: number, x: Pair, y: Pair, wRe: Float64Array, wIm: Float64Array): Pair {
  let from = x
  let to = y
  let length = first
  let stride = turns
  while (length > 2) {
    radix4(length, stride, from, to, wRe, wIm)
    const swap = from
    from = to
    to = swap
    length /= 4
    stride *= 4
  }
  if (length === 1) return from
  const [xRe, xIm] = from
  const [yRe, yIm] = to
  for (let q = 0; q < stride; q++) {
    const r = q + stride
    yRe[q] = (xRe[q] ?? 0) + (xRe[r] ?? 0)
    yIm[q] = (xIm[q] ?? 0) + (xIm[r] ?? 0)
    yRe[r] = (xRe[q] ?? 0) - (xRe[r] ?? 0)
    yIm[r] = (xIm[q] ?? 0) - (xIm[r] ?? 0)
  }
  return to
}

/** The first radix-4 stage of n complex numbers, whose real and imaginary parts are the even and odd of weighted real ones. */
function firstStage(
  n: number,
  x: Float64Array,
  weights: Float64Array,
  y: Pair,
  wRe: Float64Array,
  wIm: Float64Array,
): void {
  const [yRe, yIm] = y
  const quarter = n / 4
  const half = n / 2
  for (let p = 0; p < quarter; p++) {
    const a = 2 * p
    const b = a + half
    const c = b + half
    const d = c + half
    const aRe = (x[a] ?? 0) * (weights[a] ?? 0)
    const aIm = (x[a + 1] ?? 0) * (weights[a + 1] ?? 0)
    const bRe = (x[b] ?? 0) * (weights[b] ?? 0)
    const bIm = (x[b + 1] ?? 0) * (weights[b + 1] ?? 0)
    const cRe = (x[c] ?? 0) * (weights[c] ?? 0)
    const cIm = (x[c + 1] ?? 0) * (weights[c + 1] ?? 0)
    const dRe = (x[d] ?? 0) * (weights[d] ?? 0)
    const dIm = (x[d + 1] ?? 0) * (weights[d + 1] ?? 0)
    const r1 = wRe[p] ?? 0
    const i1 = wIm[p] ?? 0
    const r2 = wRe[2 * p] ?? 0
    const i2 = wIm[2 * p] ?? 0
    const r3 = wRe[3 * p] ?? 0
    const i3 = wIm[3 * p] ?? 0
    const sumRe = aRe + cRe
    const sumIm = aIm + cIm
    const lessRe = aRe - cRe
    const lessIm = aIm - cIm
    const otherRe = bRe + dRe
    const otherIm = bIm + dIm
    // i·(b − d)
    const turnedRe = dIm - bIm
    const turnedIm = bRe - dRe
    const t = 4 * p
    yRe[t] = sumRe + otherRe
    yIm[t] = sumIm + otherIm
    const oneRe = lessRe - turnedRe
    const oneIm = lessIm - turnedIm
    yRe[t + 1] = r1 * oneRe - i1 * oneIm
    yIm[t + 1] = r1 * oneIm + i1 * oneRe
    const twoRe = sumRe - otherRe
    const twoIm = sumIm - otherIm
    yRe[t + 2] = r2 * twoRe - i2 * twoIm
    yIm[t + 2] = r2 * twoIm + i2 * twoRe
    const threeRe = lessRe + turnedRe
    const threeIm = lessIm + turnedIm
    yRe[t + 3] = r3 * threeRe - i3 * threeIm
    yIm[t + 3] = r3 * threeIm + i3 * threeRe
  }
}

function radix4(length: number, stride: number, x: Pair, y: Pair, wRe: Float64Array, wIm: Float64Array): void {
  const [xRe, xIm] = x
  const [yRe, yIm] = y
  const quarter = length / 4
  const gap = stride * quarter
  // The first of each stage needs no turning.
  for (let a = 0; a < stride; a++) {
    const b = a + gap
    const c = b + gap
    const d = c + gap
    const sumRe = (xRe[a] ?? 0) + (xRe[c] ?? 0)
    const sumIm = (xIm[a] ?? 0) + (xIm[c] ?? 0)
    const lessRe = (xRe[a] ?? 0) - (xRe[c] ?? 0)
    const lessIm = (xIm[a] ?? 0) - (xIm[c] ?? 0)
    const otherRe = (xRe[b] ?? 0) + (xRe[d] ?? 0)
    const otherIm = (xIm[b] ?? 0) + (xIm[d] ?? 0)
    const turnedRe = (xIm[d] ?? 0) - (xIm[b] ?? 0)
    const turnedIm = (xRe[b] ?? 0) - (xRe[d] ?? 0)
    yRe[a] = sumRe + otherRe
    yIm[a] = sumIm + otherIm
    yRe[a + stride] = lessRe - turnedRe
    yIm[a + stride] = lessIm - turnedIm
    yRe[a + 2 * stride] = sumRe - otherRe
    yIm[a + 2 * stride] = sumIm - otherIm
    yRe[a + 3 * stride] = lessRe + turnedRe
    yIm[a + 3 * stride] = lessIm + turnedIm
  }
  for (let p = 1; p < quarter; p++) {
    const w1 = p * stride
    const r1 = wRe[w1] ?? 0
    const i1 = wIm[w1] ?? 0
    const r2 = wRe[2 * w1] ?? 0
    const i2 = wIm[2 * w1] ?? 0
    const r3 = wRe[3 * w1] ?? 0
    const i3 = wIm[3 * w1] ?? 0
    const base = stride * p
    const target = stride * 4 * p
    for (let q = 0; q < stride; q++) {
      const a = base + q
      const b = a + gap
      const c = b + gap
      const d = c + gap
      const sumRe = (xRe[a] ?? 0) + (xRe[c] ?? 0)
      const sumIm = (xIm[a] ?? 0) + (xIm[c] ?? 0)
      const lessRe = (xRe[a] ?? 0) - (xRe[c] ?? 0)
      const lessIm = (xIm[a] ?? 0) - (xIm[c] ?? 0)
      const otherRe = (xRe[b] ?? 0) + (xRe[d] ?? 0)
      const otherIm = (xIm[b] ?? 0) + (xIm[d] ?? 0)
      // i·(b − d)
      const turnedRe = (xIm[d] ?? 0) - (xIm[b] ?? 0)
      const turnedIm = (xRe[b] ?? 0) - (xRe[d] ?? 0)
      const t = target + q
      yRe[t] = sumRe + otherRe
      yIm[t] = sumIm + otherIm
      const oneRe = lessRe - turnedRe
      const oneIm = lessIm - turnedIm
      yRe[t + stride] = r1 * oneRe - i1 * oneIm
      yIm[t + stride] = r1 * oneIm + i1 * oneRe
      const twoRe = sumRe - otherRe
      const twoIm = sumIm - otherIm
      yRe[t + 2 * stride] = r2 * twoRe - i2 * twoIm
      yIm[t + 2 * stride] = r2 * twoIm + i2 * twoRe
      const threeRe = lessRe + turnedRe
      const threeIm = lessIm + turnedIm
      yRe[t + 3 * stride] = r3 * threeRe - i3 * threeIm
      yIm[t + 3 * stride] = r3 * threeIm + i3 * threeRe
    }
  }
}
