import { policiesInForce } from '../insurance/insured.ts'
import { type DerivedPortfolio, derivePortfolio } from '../portfolio/derive-portfolio.ts'
import { type PortfolioPricer, portfolioPricer } from '../portfolio/portfolio-pricer.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'
import { type DerivedStanding, deriveStanding } from './derive-standing.ts'

/** Everything derived of one organisation at `at`, the distribution of the year of all risks included. */
export type DerivedChain = DerivedStanding & { readonly portfolio: DerivedPortfolio }

/**
 * Derives the living chain at `t`: the same snapshot and time give the same bits, whatever the order of the lists and whatever the `pricer`
 * priced before.
 */
export function deriveChain(
  snapshot: ChainSnapshot,
  t: number,
  pricer: PortfolioPricer = portfolioPricer(),
): DerivedChain {
  const standing = deriveStanding(snapshot, t)
  const { methodology, policies } = snapshot
  const inForce = policiesInForce(policies, t)
  return { ...standing, portfolio: derivePortfolio(standing.risks, methodology.appetite, pricer, inForce) }
}
