import type { ResolvedPortfolio, ResolvedScenario } from '../model/resolve-portfolio.ts'
import { type CoarseYear, coarsely, totalRate } from './choose-range.ts'
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
 * @param seen a coarse year that often shows it already
 */
export function* deadFrequencyInSteps(
  portfolio: ResolvedPortfolio,
  range: number,
  seen: CoarseYear | null,
): Steps<number | null> {
  const smooth = portfolio.scenarios.filter(isSmooth)
  if (smooth.length < fewest || planOf(portfolio).isJoint) return null
  if (seen !== null) {
    const last = lastAlive(seen.transform)
    const all = seen.lattice.size
    // Its steps are so wide that it dies away earlier than it would on a finer lattice.
    if (smooth.length === portfolio.scenarios.length && last <= all / 4) return (2.5 * last + 12) / seen.lattice.range
    // What is alive so far out dies away too late to save much.
    if (last > 0.4 * all) return null
  }
  const part = { ...portfolio, scenarios: smooth, shared: [], shocks: [] }
  const coarse = lattice(size, range, totalRate(part))
  const last = lastAlive((yield* spectrumInSteps(part, coarse, coarsely)).current())
  // Near its end the coarse lattice shows less than there is.
  return last > size / 4 ? null : (1.5 * last + 8) / range
}

/** How many frequencies there are until nothing is left of the transform. */
function lastAlive(transform: Float64Array): number {
  const half = transform.length / 2
  let last = half
  while (last > 0 && transform[last - 1] === 0 && transform[half + last - 1] === 0) last--
  return last
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
