import { explainQuantity } from '@sinew/core/chain/explain-quantity.ts'
import type { Explanation, SourceEntity } from '@sinew/core/explanation/explanation.ts'
import type { Quantity } from '@sinew/core/movement/movement.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { derivedChain } from './current-chain.ts'

/**
 * Why a derived number of an object is what it is: core's tree over the chain the written numbers come from. `id` of the
 * organisation for the portfolio. 404 when there is no such object or it has no such number.
 */
export async function explainFor(
  ctx: Pick<Context, 'db' | 'asOf' | 'now'>,
  entity: SourceEntity,
  id: string,
  quantity: Quantity,
): Promise<Explanation> {
  const { snapshot, chain } = await derivedChain(ctx)
  const explanation = explainQuantity(snapshot, chain, { entity, id, quantity })
  if (explanation === undefined) throw notFound('derived number')
  return explanation
}
