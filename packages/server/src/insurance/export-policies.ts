import type { exportPolicies as route } from '@sinew/contract/insurance/insurance-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { policyRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { exportTable } from '../export/export-table.ts'
import { findPolicies } from './policy-store.ts'

export async function exportPolicies(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items: rows } = await findPolicies(ctx.db, { ...query, ...wholeList }, ctx.asOf ?? ctx.now)
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  const unit = 10 ** minorDigitsOf(currency)
  type Row = (typeof rows)[number]
  const money = (header: string, minor: (row: Row) => number) => ({
    header: `${header} (${currency})`,
    value: (row: Row) => minor(row) / unit,
    width: 16,
  })
  return exportTable(
    {
      name: 'insurance',
      rows,
      columns: [
        { header: 'Ref', value: (row) => policyRef(row.number), width: 8 },
        { header: 'Policy', value: (row) => row.name, width: 40 },
        { header: 'Insurer', value: (row) => row.insurer, width: 24 },
        { header: 'Pays per', value: (row) => row.per, width: 10 },
        money('Deductible', (row) => row.deductibleMinor),
        money('Limit', (row) => row.limitMinor),
        money('Premium a year', (row) => row.premiumMinor),
        { header: 'From', value: (row) => new Date(row.validFrom), width: 22 },
        { header: 'Until', value: (row) => new Date(row.validUntil), width: 22 },
        { header: 'In force', value: (row) => row.inForce, width: 10 },
        { header: 'Covered risks', value: (row) => row.riskIds?.length ?? 'all', width: 14 },
        { header: 'Note', value: (row) => row.note, width: 50 },
      ],
    },
    query.format,
  )
}
