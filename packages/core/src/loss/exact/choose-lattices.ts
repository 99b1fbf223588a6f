import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'
import { coarseYear, rangeInSteps, totalRate } from './choose-range.ts'
import { asPart, finished, type Steps } from './in-steps.ts'
import { deadFrequencyInSteps, keptOn } from './kept-frequencies.ts'
import { type Lattice, lattice } from './lattice.ts'
import type { ExactSettings } from './price-exact.ts'

const stitching = 16

/** The range that holds nearly all years, then smaller ones while the small quantiles would see only a few points. */
export function chooseLattices(portfolio: ResolvedPortfolio, settings: ExactSettings): readonly Lattice[] {
  return finished(latticesInSteps(portfolio, settings))
}

export function* latticesInSteps(portfolio: ResolvedPortfolio, settings: ExactSettings): Steps<readonly Lattice[]> {
  const { size } = settings
  const moments = lossMoments(portfolio)
  const rate = 2 * totalRate(portfolio)
  const found = yield* asPart(rangeInSteps(portfolio, moments, settings.atLeast), 0, 0.5)
  const range = aligned(portfolio, found.range, size)
  const dead = yield* asPart(deadFrequencyInSteps(portfolio, range, found.year), 0.5, 0.7)
  const on = (reach: number) => lattice(size, reach, rate, keptOn(reach, size, dead))
  const ranges = [range]
  const low = Math.max(0.5, moments.pZero + (1 - moments.pZero) * 0.02)
  while (moments.mean > 0 && ranges.length < settings.ranges) {
    const last = ranges.at(-1) ?? range
    const done = 1 - 0.3 * 0.5 ** (ranges.length - 1)
    const { curve } = yield* asPart(coarseYear(portfolio, last, moments.pZero), done, (1 + done) / 2)
    if ((curve.quantile(low) ?? last) > last / (2 * stitching)) break
    ranges.push(last / stitching)
  }
  return ranges.map(on)
}

/** A little more than the range, so that the amount with the largest probability of its own falls on a point of the lattice. */
export function aligned({ scenarios }: ResolvedPortfolio, range: number, size: number): number {
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
