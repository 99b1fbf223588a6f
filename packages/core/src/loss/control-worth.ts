import type { MethodologyInput, RiskInput } from '../chain/chain-snapshot.ts'
import { priceRisk, type SharesOf } from './price-risk.ts'

/**
 * What a control is worth in a risk: how much more a year would cost without it, all else as it is. `claimedMinor`: if it
 * works as stated; `provenMinor`: as far as evidence shows. The difference rests on nothing up to date.
 */
export type ControlWorth = { readonly claimedMinor: number; readonly provenMinor: number }

/** Minor units a year, unrounded; null while the risk has no usable estimate. */
export function controlWorth(
  risk: RiskInput,
  controlId: string,
  sharesOf: SharesOf,
  methodology: Pick<MethodologyInput, 'maxReduction'>,
): ControlWorth | null {
  const without: SharesOf = (id) => (id === controlId ? undefined : sharesOf(id))
  const worthIn = (state: 'claimed' | 'proven') => {
    const now = priceRisk(risk, sharesOf, state, methodology)
    const then = priceRisk(risk, without, state, methodology)
    return now === null || then === null ? null : then.expectedMinor - now.expectedMinor
  }
  const [claimedMinor, provenMinor] = [worthIn('claimed'), worthIn('proven')]
  return claimedMinor === null || provenMinor === null ? null : { claimedMinor, provenMinor }
}
