import { aligned as alignedRange } from '@sinew/core/loss/exact/choose-lattices.ts'
import { totalRate } from '@sinew/core/loss/exact/choose-range.ts'
import { type Lattice, lattice, mostRate } from '@sinew/core/loss/exact/lattice.ts'
import { type ExactEngine, type ExactSettings, exactEngine } from '@sinew/core/loss/exact/price-exact.ts'
import type { LossCurve } from '@sinew/core/loss/loss-curve.ts'
import type { LossState } from '@sinew/core/loss/loss-state.ts'
import type { ResolvedPortfolio } from '@sinew/core/loss/model/resolve-portfolio.ts'

/** A thousand times as far as the year as it is. */
export const mostDoublings = 10
/** As many sets beside the first are kept: what is dragged to and fro over a border goes between two. */
const mostSets = 2

type First = {
  readonly lattices: readonly Lattice[]
  readonly engines: ReadonlyMap<LossState, ExactEngine>
  /** Whose amounts of their own probability lie on points of every lattice. */
  readonly aligned: ResolvedPortfolio
  readonly settings: ExactSettings
}

/**
 * Engines of the states on the first lattices and on such that reach twice as far, four times …: made when they are asked for. Which lattices
 * there are does not depend on what is priced on them.
 */
export function widenedEngines({ lattices, engines, aligned, settings }: First) {
  const sets = new Map<
    number,
    { readonly lattices: readonly Lattice[]; readonly engines: Map<LossState, ExactEngine> }
  >()

  function setOf(doublings: number) {
    const known = sets.get(doublings)
    if (known !== undefined) return known
    const oldest = sets.keys().next().value
    if (sets.size >= mostSets && oldest !== undefined) sets.delete(oldest)
    const factor = 2 ** doublings
    const [largest] = lattices
    const whole = largest === undefined ? 0 : alignedRange(aligned, largest.range * factor, largest.size)
    const wider = lattices.map((one) =>
      lattice(
        one.size,
        (whole * one.range) / (largest?.range ?? 1),
        mostRate(one) * factor - 1,
        Math.min(one.fourier.half, one.kept * factor),
      ),
    )
    const made = { lattices: wider, engines: new Map<LossState, ExactEngine>() }
    sets.set(doublings, made)
    return made
  }

  /** @param portfolio what an engine begins with that is not there yet */
  return (state: LossState, doublings: number, portfolio: ResolvedPortfolio): ExactEngine => {
    const first = doublings === 0 ? engines.get(state) : undefined
    if (first !== undefined) return first
    const set = setOf(doublings)
    const known = set.engines.get(state)
    if (known !== undefined) return known
    const made = exactEngine(portfolio, settings, set.lattices)
    set.engines.set(state, made)
    return made
  }
}

// The range is chosen so that a year exceeds it once in 10,000; the picture shows years down to once in 2,000.
const beyond = 3e-4

/** Whether lattices do not hold a year any more, or events come more often than their exact sums are made for. */
export function isOutgrown(curve: LossCurve, portfolio: ResolvedPortfolio, [largest]: readonly Lattice[]): boolean {
  if (largest === undefined) return false
  return 1 - curve.cdf(largest.range) > beyond || totalRate(portfolio) > mostRate(largest)
}
