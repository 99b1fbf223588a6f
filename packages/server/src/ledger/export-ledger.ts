import type { Revision, exportLedger as route } from '@sinew/contract/ledger/ledger-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { formatChange } from '@sinew/core/ledger/format-change.ts'
import { ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findRevisions } from './revision-store.ts'

/** A file that spreadsheets still open; more is asked for period by period. */
const mostRows = 50_000
const batch = 1_000

/** The audit trail as a file, read in batches so that the states behind the rows are never all in memory. */
export async function exportLedger(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  const rows: ExportRow[] = []
  let before: number | undefined
  do {
    const page = await findRevisions(ctx, { ...query, before }, batch)
    rows.push(...page.items.map((revision) => toExportRow(revision, currency)))
    if (rows.length > mostRows) {
      throw new AppError(422, `More than ${mostRows} entries. Choose a shorter period.`, {
        errors: [{ path: 'from', message: 'Choose a shorter period.' }],
      })
    }
    before = page.nextBefore ?? undefined
  } while (before !== undefined)
  return exportTable({ name: 'audit-trail', columns, rows }, query.format)
}

type ExportRow = Omit<Revision, 'changes'> & { readonly changes: string }

function toExportRow(revision: Revision, currency: string): ExportRow {
  return { ...revision, changes: revision.changes.map((change) => formatChange(change, currency)).join('; ') }
}

const columns: readonly ExportColumn<ExportRow>[] = [
  { header: 'Entry', value: (row) => row.seq, width: 10 },
  // As text: a spreadsheet's date has no time zone.
  { header: 'Time (UTC)', value: (row) => row.at.replace('T', ' ').replace('Z', ''), width: 24 },
  { header: 'By', value: (row) => row.actor.name, width: 24 },
  { header: 'Kind of actor', value: (row) => row.actor.kind, width: 12 },
  { header: 'Operation', value: (row) => row.operation, width: 10 },
  { header: 'Object', value: (row) => ledgeredEntities[row.entity].label, width: 20 },
  { header: 'Ref', value: (row) => row.ref, width: 10 },
  { header: 'Title', value: (row) => row.title, width: 40 },
  { header: 'Version', value: (row) => row.version, width: 8 },
  { header: 'Reason', value: (row) => row.reason, width: 40 },
  { header: 'Changes', value: (row) => row.changes, width: 80 },
  { header: 'Request', value: (row) => row.requestId, width: 36 },
  { header: 'Object id', value: (row) => row.entityId, width: 36 },
]
