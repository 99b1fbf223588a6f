import type { ObligationSummary, exportObligations as route } from '@sinew/contract/obligation/obligation-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { obligationRef } from '@sinew/core/explanation/people-ref.ts'
import { complianceWords } from '@sinew/core/obligation/compliance.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findObligations } from './obligation-store.ts'

const columns: readonly ExportColumn<ObligationSummary>[] = [
  { header: 'Ref', value: (obligation) => obligationRef(obligation.number), width: 8 },
  { header: 'Title', value: (obligation) => obligation.title, width: 40 },
  { header: 'Kind', value: (obligation) => obligation.kind, width: 12 },
  { header: 'Source', value: (obligation) => obligation.source, width: 30 },
  { header: 'Party', value: (obligation) => obligation.party, width: 24 },
  { header: 'Requirement', value: (obligation) => obligation.requirement, width: 60 },
  { header: 'Owner', value: (obligation) => obligation.ownerName, width: 24 },
  { header: 'Compliance', value: (obligation) => complianceWords[obligation.status], width: 22 },
  {
    header: 'Why',
    value: (obligation) => [obligation.sentence, obligation.doubt].filter(Boolean).join(' '),
    width: 60,
  },
  { header: 'Review every (months)', value: (obligation) => obligation.reviewEveryMonths, width: 10 },
  { header: 'Review', value: (obligation) => (obligation.reviewAt ? new Date(obligation.reviewAt) : null), width: 12 },
  { header: 'Controls', value: (obligation) => obligation.controlCount, width: 10 },
]

export async function exportObligations(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findObligations(ctx.db, { ...query, ...wholeList }, ctx.asOf ?? ctx.now)
  return exportTable({ name: 'obligations', columns, rows: items }, query.format)
}
