import type { WhatIfFigures } from '@sinew/contract/what-if/what-if-contract.ts'
import { whatIfPricer } from '@sinew/core/what-if/price-what-if.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { whatIfRefusals } from '@sinew/core/what-if/what-if-rules.ts'
import { type YearFigures, yearFigures } from '@sinew/core/what-if/year-figures.ts'
import { derivedChain } from '../chain/current-chain.ts'
import { toMinor } from '../chain/to-minor.ts'
import type { Context } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'

/** Today and the changed world, priced as the chain stands: what is kept with a what-if. Its controls and risks have to be there. */
export async function priceContent(ctx: Context, content: WhatIf): Promise<WhatIfFigures> {
  assertAllowed(whatIfRefusals(content))
  await assertThere(ctx, 'control', new Set(content.controls.map(({ controlId }) => controlId)))
  await assertThere(ctx, 'risk', new Set(content.insurance?.riskIds ?? []))
  const { at, snapshot } = await derivedChain(ctx)
  const { today, changed, cost } = whatIfPricer(snapshot, at).price(content)
  return {
    at: new Date(at).toISOString(),
    today: whole(yearFigures(today)),
    changed: whole(yearFigures(changed)),
    costMinor: toMinor(cost.totalMinor),
    unknownCosts: cost.unknownControlIds.length,
  }
}

async function assertThere(ctx: Context, table: 'control' | 'risk', ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return
  const rows = await ctx.db
    .selectFrom(table)
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  if (rows.length < ids.size) throw notFound(table)
}

function whole(figures: YearFigures): YearFigures {
  return {
    meanMinor: toMinor(figures.meanMinor),
    oneInTenMinor: toMinor(figures.oneInTenMinor),
    oneInTwentyMinor: toMinor(figures.oneInTwentyMinor),
    oneInHundredMinor: toMinor(figures.oneInHundredMinor),
  }
}
