import type { MethodologyInput } from '../chain/chain-snapshot.ts'

type Appetite = MethodologyInput['appetite']

/** One amount of one event, as versions approved before there were points have it. */
type OneAmount = {
  readonly yearlyLossMinor: number
  readonly exceedMinor: number
  readonly exceedProbability: number
}

/** The appetite of stored content, whichever release wrote it: an approved version never changes, so it is read as it is. */
export function appetiteOf(stored: Appetite | OneAmount): Appetite {
  if ('points' in stored) return stored
  const { yearlyLossMinor, exceedMinor, exceedProbability } = stored
  return { yearlyLossMinor, points: [{ amountMinor: exceedMinor, probability: exceedProbability }] }
}

/** The same content with its appetite as points. */
export function withAppetitePoints<T extends { readonly appetite: Appetite | OneAmount }>(
  content: T,
): T & { appetite: Appetite } {
  return { ...content, appetite: appetiteOf(content.appetite) }
}
