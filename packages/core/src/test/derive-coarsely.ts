import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { type DerivedChain, deriveChain } from '../chain/derive-chain.ts'
import { coarsely } from '../loss/exact/choose-range.ts'
import { portfolioPricer } from '../portfolio/portfolio-pricer.ts'

/** For properties over thousands of chains that are not about distributions: their curves stand on few points. */
export const coarsePricer = portfolioPricer(() => ({ size: 64, ranges: 1, ...coarsely }))

export function deriveCoarsely(snapshot: ChainSnapshot, t: number): DerivedChain {
  return deriveChain(snapshot, t, coarsePricer)
}
