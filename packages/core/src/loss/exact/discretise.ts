import type { SeverityLaw } from '../severity/severity-law.ts'
import type { Lattice } from './lattice.ts'

// Weights of h·f(x − 2h … x + 2h) whose sum integrates a smooth density against the triangle of half-width h, sixth order.
const centre = 1 - 30 / 144 + 6 / 360
const beside = 16 / 144 - 4 / 360
const outer = -1 / 144 + 1 / 360

/**
 * Masses at 0, h, 2h, … that keep the mean: each piece of the law is shared between its two neighbours in proportion (Gerber 1982, dispersal to match
 * the mean). What lies beyond the range stays missing: below it the sums are those of the untruncated law. Cells where the density is smooth use it
 * directly; the others use second differences of E[min(X, x)] below the mean and of E[(X − x)⁺] above it, where each keeps its digits.
 */
export function discretise(law: SeverityLaw, { size, step }: Lattice, out: Float64Array): void {
  out.fill(0)
  const ranges = law
    .smooth(step)
    .map(({ from, to }) => {
      return { from: Math.max(1, Math.ceil(from / step) + 2), to: Math.min(size, Math.floor(to / step) - 1) }
    })
    .filter(({ from, to }) => to - from > 8)
    .sort((a, b) => a.from - b.from)
  out[0] = 1 - law.limitedMean(step) / step
  let at = 1
  for (const { from, to } of ranges) {
    byDifferences(law, step, at, from, out)
    byDensity(law, step, from, to, out)
    at = to
  }
  byDifferences(law, step, at, size, out)
}

function byDifferences(law: SeverityLaw, step: number, from: number, to: number, out: Float64Array): void {
  if (from >= to) return
  const last = Math.min(to, Math.ceil(law.most / step) + 1)
  const turn = Math.max(from, Math.min(last, Math.floor(law.mean / step)))
  if (from < turn) secondDifferences(law.limitedMean, -1, step, from, turn, out)
  if (turn < last) secondDifferences(law.stopLoss, 1, step, turn, last, out)
}

function secondDifferences(
  f: (x: number) => number,
  sign: number,
  step: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  let before = f((from - 1) * step)
  let now = f(from * step)
  for (let k = from; k < to; k++) {
    const next = f((k + 1) * step)
    out[k] = (sign * (before - now - (now - next))) / step
    before = now
    now = next
  }
}

let densities = new Float64Array(0)

function byDensity(law: SeverityLaw, step: number, from: number, to: number, out: Float64Array): void {
  if (densities.length < to + 2) densities = new Float64Array(to + 2)
  if (law.densities) law.densities(step, from - 2, to + 2, densities)
  else for (let k = from - 2; k < to + 2; k++) densities[k] = law.density(k * step)
  const f = densities
  for (let k = from; k < to; k++) {
    const near = (f[k - 1] ?? 0) + (f[k + 1] ?? 0)
    const far = (f[k - 2] ?? 0) + (f[k + 2] ?? 0)
    out[k] = step * (centre * (f[k] ?? 0) + beside * near + outer * far)
  }
}
