import type { exportBackTests as route, TestedRisk } from '@sinew/contract/back-test/back-test-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findBackTests } from './find-back-tests.ts'

export async function exportBackTests(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findBackTests(ctx, { ...query, ...wholeList })
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  return exportTable({ name: 'back-test', columns: columnsIn(currency), rows: items }, query.format)
}

function columnsIn(currency: string): readonly ExportColumn<TestedRisk>[] {
  const unit = 10 ** minorDigitsOf(currency)
  return [
    { header: 'Risk', value: (one) => riskRef(one.number), width: 8 },
    { header: 'Title', value: (one) => one.title, width: 40 },
    { header: 'Category', value: (one) => one.category, width: 24 },
    { header: 'Years watched', value: (one) => one.watchedYears, width: 12 },
    { header: 'Events seen', value: (one) => one.claimed?.observed ?? 0, width: 10 },
    { header: 'Forecast as claimed', value: (one) => one.claimed?.mean ?? null, width: 12 },
    { header: '5 %', value: (one) => one.claimed?.low ?? null, width: 8 },
    { header: '95 %', value: (one) => one.claimed?.high ?? null, width: 8 },
    { header: 'Forecast as proven', value: (one) => one.proven?.mean ?? null, width: 12 },
    { header: 'P(as many or more)', value: (one) => one.claimed?.asManyOrMore ?? null, width: 12 },
    { header: 'P(as few or fewer)', value: (one) => one.claimed?.asFewOrFewer ?? null, width: 12 },
    { header: `Loss seen (${currency})`, value: (one) => one.observedLossMinor / unit, width: 14 },
    {
      header: `Loss expected as claimed (${currency})`,
      value: (one) => one.expectedLossMinor.claimed / unit,
      width: 14,
    },
    { header: 'Losses not known', value: (one) => one.unknownLosses, width: 10 },
    { header: 'Near misses', value: (one) => one.nearMisses, width: 10 },
    { header: 'Events outside', value: (one) => one.eventsOutside, width: 10 },
    { header: 'Update waiting', value: (one) => one.proposal ?? '', width: 12 },
  ]
}
