import type { ResolvedPortfolio, ResolvedScenario } from '../model/resolve-portfolio.ts'
import { coarsely, totalRate } from './choose-range.ts'
import type { Steps } from './in-steps.ts'
import { lattice } from './lattice.ts'
import { spectrumInSteps } from './portfolio-spectrum.ts'
import { planOf } from './spectrum-plan.ts'

const size = 1_024
/** With fewer scenarios than this the transform hardly dies away within what the coarse lattice shows. */
const fewest = 24

/**
 * Where the transform of a year has died away, in turns a unit of money: above it nothing adds as much as 1e-10 to any probability, so that
 * no lattice needs the frequencies there. Judged by the scenarios without an amount of its own probability alone, whose transforms fall
 * and do not come back; half as much again for what later changes do. Null where it does not die away early.
 */
export function* deadFrequencyInSteps(portfolio: ResolvedPortfolio, range: number): Steps<number | null> {
  const smooth = portfolio.scenarios.filter(isSmooth)
  if (smooth.length < fewest || planOf(portfolio).isJoint) return null
  const part = { ...portfolio, scenarios: smooth, shared: [], shocks: [] }
  const coarse = lattice(size, range, totalRate(part))
  const transform = (yield* spectrumInSteps(part, coarse, coarsely)).current()
  const half = coarse.kept
  const alive = (j: number) => {
    const re = transform[j] ?? 0
    const im = transform[half + j] ?? 0
    return re * re + im * im > 0
  }
  let last = half
  while (last > 0 && !alive(last - 1)) last--
  // Near its end the coarse lattice shows less than there is.
  return last > size / 4 ? null : (1.5 * last + 8) / range
}

/** How many frequencies a lattice of this range and size needs. */
export function keptOn(range: number, points: number, dead: number | null): number {
  const all = points / 2 + 1
  return dead === null ? all : Math.min(all, Math.ceil(dead * range) + 8)
}

/** Whether the transform has died away before the last frequency that is kept. */
export function isKeptEnough(transform: Float64Array, all: number): boolean {
  const n = transform.length / 2
  if (n === all) return true
  for (let j = n - 4; j < n; j++) if ((transform[j] ?? 0) !== 0 || (transform[n + j] ?? 0) !== 0) return false
  return true
}

function isSmooth({ event }: ResolvedScenario): boolean {
  return event.severity.atoms.length === 0 && event.insurance === null
}
