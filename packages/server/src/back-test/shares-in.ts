import type { DerivedStanding } from '@sinew/core/chain/derive-standing.ts'
import type { SharesOf } from '@sinew/core/loss/price-risk.ts'

/** How the controls of a chain count, for pricing. */
export function sharesIn(chain: Pick<DerivedStanding, 'controls'>): SharesOf {
  const controls = new Map(chain.controls.map((control) => [control.id, control]))
  return (id) => controls.get(id)
}
