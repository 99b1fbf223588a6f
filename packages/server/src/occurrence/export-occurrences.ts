import type { Occurrence, exportOccurrences as route } from '@sinew/contract/occurrence/occurrence-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { occurrenceRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findOccurrences } from './occurrence-store.ts'

const day = (instant: string) => instant.slice(0, 10)

function columnsIn(currency: string): readonly ExportColumn<Occurrence>[] {
  const unit = 10 ** minorDigitsOf(currency)
  return [
    { header: 'Ref', value: (one) => occurrenceRef(one.number), width: 8 },
    { header: 'Happened on', value: (one) => day(one.occurredAt), width: 12 },
    { header: 'Came to light on', value: (one) => day(one.discoveredAt), width: 14 },
    { header: 'Kind', value: (one) => (one.kind === 'loss' ? 'loss event' : 'near miss'), width: 12 },
    { header: 'What happened', value: (one) => one.title, width: 40 },
    { header: 'Risk', value: (one) => riskRef(one.riskNumber), width: 8 },
    { header: 'Title of the risk', value: (one) => one.riskTitle, width: 36 },
    { header: `Loss (${currency})`, value: (one) => (one.lossMinor === null ? null : one.lossMinor / unit), width: 12 },
    { header: 'Known from', value: (one) => one.source, width: 24 },
    { header: 'Reported by', value: (one) => one.reportedByName, width: 20 },
    { header: 'Note', value: (one) => one.note, width: 60 },
  ]
}

export async function exportOccurrences(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findOccurrences(ctx.db, { ...query, ...wholeList })
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  return exportTable({ name: 'occurrences', columns: columnsIn(currency), rows: items }, query.format)
}
