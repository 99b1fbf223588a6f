import type { MethodologyInput } from '../chain/chain-snapshot.ts'

type Appetite = MethodologyInput['appetite']

/** From before insurance entered the year. */
type BeforeInsurance = Omit<Appetite, 'afterInsurance'>

/** One amount of one event, as versions approved before there were points have it. */
type OneAmount = {
  readonly yearlyLossMinor: number
  readonly exceedMinor: number
  readonly exceedProbability: number
}

/** The appetite of stored content, whichever release wrote it: an approved version never changes, so it is read as it is. */
export function appetiteOf(stored: Appetite | BeforeInsurance | OneAmount): Appetite {
  if ('afterInsurance' in stored) return stored
  if ('points' in stored) return { ...stored, afterInsurance: false }
  const { yearlyLossMinor, exceedMinor, exceedProbability } = stored
  return {
    yearlyLossMinor,
    afterInsurance: false,
    points: [{ amountMinor: exceedMinor, probability: exceedProbability }],
  }
}

/** The same content with its appetite as this release reads it. */
export function withAppetitePoints<T extends { readonly appetite: Appetite | BeforeInsurance | OneAmount }>(
  content: T,
): T & { appetite: Appetite } {
  return { ...content, appetite: appetiteOf(content.appetite) }
}
