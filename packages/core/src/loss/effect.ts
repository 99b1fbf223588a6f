import type { Interval } from '../chain/chain-snapshot.ts'
import type { Constant, Pert } from './model/portfolio.ts'

/** Half width of a PERT around its middle over half width of its 90 % interval: 1/(1 − 2q), q the 5 % quantile of Beta(3, 3). */
const widthOf90 = 1.6090383025047224

/**
 * Expected share that a working control takes away, from its 90 % interval: the midpoint, which is the mean of the symmetric law
 * that `reductionLaw` gives the interval.
 */
export function expectedReduction(interval: Interval): number {
  const middle = (interval.low + interval.high) / 2
  return Number.isNaN(middle) ? 0 : Math.min(1, Math.max(0, middle))
}

/**
 * The law of what a working control takes away, from its 90 % interval within [0, 1]: the PERT (mode in the middle) with these 5 % and
 * 95 % quantiles. Where it would leave [0, 1] it is narrowed around its middle, which keeps the mean.
 */
export function reductionLaw(interval: Interval): Constant | Pert {
  const mode = expectedReduction(interval)
  const half = Math.abs(interval.high - interval.low) / 2
  const reach = Math.min(half * widthOf90, mode, 1 - mode)
  if (!(reach > 0)) return { type: 'constant', value: mode }
  return { type: 'pert', min: Math.max(0, mode - reach), mode, max: Math.min(1, mode + reach) }
}

/** Variance of `reductionLaw`: reach²/7 for a PERT of shape 4. */
export function reductionVariance(interval: Interval): number {
  const law = reductionLaw(interval)
  return law.type === 'constant' ? 0 : ((law.max - law.mode) * (law.max - law.mode)) / 7
}

/** One link as it counts: the share of its control times what the link covers, in [0, 1], and what the working control takes away. */
export type CountedLink = { readonly share: number; readonly reduction: Interval }

/** Mean and second moment of what is left of a frequency, or of each loss, and the part of itself that every share counts for. */
export type Left = { readonly mean: number; readonly meanSquare: number; readonly sharesCountFor: number }

/** Nothing is taken away; nothing is left. */
export const allLeft: Left = { mean: 1, meanSquare: 1, sharesCountFor: 1 }
export const nothingLeft: Left = { mean: 0, meanSquare: 0, sharesCountFor: 1 }

/**
 * What links that work independently leave: Π(1 − share·E), E the reduction of a working control. Taken together they are expected to
 * take away at most `maxReduction`, else ten mediocre controls would look perfect: beyond it, every share counts for the same part
 * `sharesCountFor` of itself with which they reach just that.
 */
export function leftBy(links: readonly CountedLink[], maxReduction: number): Left {
  const least = 1 - (Number.isNaN(maxReduction) ? 0 : Math.min(1, Math.max(0, maxReduction)))
  const full = meanLeft(links, 1)
  const sharesCountFor = full >= least ? 1 : partThatLeaves(links, least)
  const meanSquare = links.reduce((product, { share, reduction }) => {
    const counted = share * sharesCountFor
    const left = 1 - counted * expectedReduction(reduction)
    return product * (left * left + counted * counted * reductionVariance(reduction))
  }, 1)
  return { mean: Math.max(full, least), meanSquare, sharesCountFor }
}

function meanLeft(links: readonly CountedLink[], part: number): number {
  return links.reduce((left, { share, reduction }) => left * (1 - part * share * expectedReduction(reduction)), 1)
}

/** The part of every share with which the links are expected to leave just this much, by bisection to the last bit. */
function partThatLeaves(links: readonly CountedLink[], least: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (meanLeft(links, middle) > least) low = middle
    else high = middle
  }
  return low
}
