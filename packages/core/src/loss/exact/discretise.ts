import type { SeverityLaw } from '../severity/severity-law.ts'
import type { Lattice } from './lattice.ts'
import { smoothDensities } from './smooth-densities.ts'

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
  smoothDensities(law, step, from - 2, to + 2, densities)
  fivePoint(densities, step, from, to, out)
}

function fivePoint(f: Float64Array, step: number, from: number, to: number, out: Float64Array): void {
  const [c, b, o] = [step * centre, step * beside, step * outer]
  let before = f[from - 2] ?? 0
  let last = f[from - 1] ?? 0
  let now = f[from] ?? 0
  let next = f[from + 1] ?? 0
  for (let k = from; k < to; k++) {
    const after = f[k + 2] ?? 0
    out[k] = c * now + b * (last + next) + o * (before + after)
    before = last
    last = now
    now = next
    next = after
  }
}
