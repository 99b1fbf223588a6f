import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { exportActions as route } from '@sinew/contract/treatment/action-contract.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { actionRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import { exportTable } from '../export/export-table.ts'
import { findAllActions } from './action-store.ts'

export async function exportActions(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const rows = await findAllActions(ctx.db, query, ctx.asOf ?? ctx.now)
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  const unit = 10 ** minorDigitsOf(currency)
  return exportTable(
    {
      name: 'treatment-plan',
      rows,
      columns: [
        { header: 'Ref', value: (row) => actionRef(row.number), width: 8 },
        { header: 'Action', value: (row) => row.title, width: 50 },
        { header: 'Risk', value: (row) => `${riskRef(row.riskNumber)} ${row.riskTitle}`, width: 40 },
        {
          header: 'Control',
          value: (row) => (row.controlRef ? `${row.controlRef} ${row.controlTitle ?? ''}` : ''),
          width: 30,
        },
        { header: 'Owner', value: (row) => row.ownerName },
        { header: 'Due', value: (row) => new Date(row.dueAt), width: 12 },
        { header: 'Status', value: (row) => row.status, width: 12 },
        { header: 'Overdue', value: (row) => row.overdue, width: 10 },
        { header: 'Done', value: (row) => (row.doneAt ? new Date(row.doneAt) : null), width: 12 },
        {
          header: `Cost (${currency})`,
          value: (row) => (row.costMinor === null ? null : row.costMinor / unit),
          width: 14,
        },
        { header: 'Note', value: (row) => row.note, width: 50 },
      ],
    },
    query.format,
  )
}
