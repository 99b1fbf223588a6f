import type { explainRisk as route } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { deriveChain } from '@sinew/core/chain/derive-chain.ts'
import { explainQuantity } from '@sinew/core/chain/explain-quantity.ts'
import type { Explanation } from '@sinew/core/explanation/explanation.ts'
import { derivedChain } from '../chain/current-chain.ts'
import { pricerOf } from '../chain/kept-pricer.ts'
import { loadSnapshot } from '../chain/load-snapshot.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'

/** Derived anew at the instant that is asked about, so that it explains the number as it is, not as it was written down. */
export async function explainRisk(
  ctx: Context,
  riskId: string,
  { state }: ParsedQuery<typeof route>,
): Promise<Explanation> {
  const { snapshot, chain } = await chainAt(ctx)
  const explanation = explainQuantity(snapshot, chain, { entity: 'risk', id: riskId, quantity: `${state}Loss` })
  if (explanation === undefined) throw notFound('risk')
  return explanation
}

async function chainAt({ db, asOf, now }: Context) {
  if (asOf !== null) return derivedChain({ db, asOf, now })
  const snapshot = await loadSnapshot({ db, asOf })
  return { snapshot, chain: deriveChain(snapshot, now.getTime(), pricerOf(snapshot.organizationId)) }
}
