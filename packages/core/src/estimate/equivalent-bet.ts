import type { Interval } from '../chain/chain-snapshot.ts'

/** The three bets: on the whole range against a wheel that wins 9 times in 10, on each end against one that wins 1 in 20. */
export const betSteps = ['range', 'low', 'high'] as const
export type BetStep = (typeof betSteps)[number]

/** What somebody would rather play: their own statement, the wheel, or either. */
export type BetChoice = 'statement' | 'wheel' | 'either'

/** How far an end moves with one answer: a third of the half width. */
const step = 1 / 3

/**
 * The range after one answer (Spetzler and Staël von Holstein 1975, with the equivalent urn of Hubbard and Seiersen). Preferring the wheel to the
 * range says that it is trusted less than 9 in 10: both ends move out; preferring the range: in. Preferring to bet that the truth lies beyond an
 * end says that this is likelier than 1 in 20: the end moves out; preferring the wheel there: in. Two significant digits.
 * @param range above zero, its ends apart or equal
 */
export function afterBet({ low, high }: Interval, at: BetStep, choice: BetChoice): Interval {
  if (choice === 'either') return { low, high }
  // Equal ends have no width to take a part of: they part by a tenth.
  const factor = Math.max(1.1, Math.sqrt(high / low) ** step)
  const isOut = at === 'range' ? choice === 'wheel' : choice === 'statement'
  const by = isOut ? factor : 1 / factor
  const next = {
    low: at === 'high' ? low : rounded(low / by),
    high: at === 'low' ? high : rounded(high * by),
  }
  return next.low <= next.high ? next : { low, high }
}

function rounded(value: number): number {
  return Number(value.toPrecision(2))
}
