import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'
import { rangeInSteps, totalRate } from './choose-range.ts'
import { asPart, finished, type Steps } from './in-steps.ts'
import { type Lattice, lattice } from './lattice.ts'
import { latticeCurve } from './lattice-curve.ts'
import { spectrumInSteps } from './portfolio-spectrum.ts'
import type { ExactSettings } from './price-exact.ts'

const stitching = 16

/** The range that holds nearly all years, then smaller ones while the small quantiles would see only a few points. */
export function chooseLattices(portfolio: ResolvedPortfolio, settings: ExactSettings): readonly Lattice[] {
  return finished(latticesInSteps(portfolio, settings))
}

export function* latticesInSteps(portfolio: ResolvedPortfolio, settings: ExactSettings): Steps<readonly Lattice[]> {
  const moments = lossMoments(portfolio)
  const rate = 2 * totalRate(portfolio)
  const range = aligned(
    portfolio,
    yield* asPart(rangeInSteps(portfolio, moments, settings.atLeast), 0, 0.5),
    settings.size,
  )
  const lattices = [lattice(settings.size, range, rate)]
  if (settings.ranges === 1 || !(moments.mean > 0)) return lattices
  const low = Math.max(0.5, moments.pZero + (1 - moments.pZero) * 0.02)
  while (lattices.length < settings.ranges) {
    const last = lattices.at(-1)
    if (last === undefined) break
    const coarse = lattice(1_024, last.range, rate)
    const part = 1 - 0.5 ** lattices.length
    const spectrum = yield* asPart(spectrumInSteps(portfolio, coarse, 6), part, 1 - 0.5 ** (lattices.length + 1))
    const curve = latticeCurve(spectrum.current(), coarse, moments.pZero)
    if ((curve.quantile(low) ?? last.range) > last.range / (2 * stitching)) break
    lattices.push(lattice(settings.size, last.range / stitching, rate))
  }
  return lattices
}

/** A little more than the range, so that the amount with the largest probability of its own falls on a point of the lattice. */
function aligned({ scenarios }: ResolvedPortfolio, range: number, size: number): number {
  const atoms = scenarios.flatMap(({ count, event }) => {
    const kept = event.insurance === null ? [] : [event.insurance.deductible]
    return [...kept, ...event.severity.atoms.slice(0, 4)].map((at) => {
      const chance = event.severity.survival(at * (1 - 1e-9)) - event.severity.survival(at)
      return { at, chance: count.mean * chance }
    })
  })
  const [largest] = atoms.sort((a, b) => b.chance - a.chance)
  if (largest === undefined || !(largest.at > 0)) return range
  const steps = Math.floor((largest.at * size) / range)
  return steps < 1 ? range : (largest.at / steps) * size
}
