import type { EvidenceListItem, exportEvidence as route } from '@sinew/contract/evidence/evidence-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findEvidence } from './evidence-store.ts'

const columns: readonly ExportColumn<EvidenceListItem>[] = [
  { header: 'Ref', value: (piece) => evidenceRef(piece.number), width: 8 },
  { header: 'Title', value: (piece) => piece.title, width: 50 },
  { header: 'Controls', value: (piece) => piece.controls.map((control) => control.ref).join(', '), width: 20 },
  { header: 'Result', value: resultInWords, width: 12 },
  { header: 'Provenance', value: (piece) => piece.provenance, width: 12 },
  { header: 'Shows', value: (piece) => piece.nature, width: 12 },
  { header: 'Collected', value: (piece) => new Date(piece.collectedAt), width: 22 },
  {
    header: 'Counts until',
    value: (piece) => (piece.countsUntil === null ? null : new Date(piece.countsUntil)),
    width: 22,
  },
  { header: 'Freshness', value: (piece) => piece.freshness, width: 12 },
  { header: 'State', value: (piece) => piece.state, width: 12 },
  { header: 'Review', value: (piece) => piece.reviewResult, width: 12 },
  { header: 'Submitted by', value: (piece) => piece.submittedByName, width: 24 },
  { header: 'Collector', value: (piece) => piece.collectorName, width: 24 },
  { header: 'File', value: (piece) => piece.fileName, width: 30 },
]

function resultInWords({ result }: EvidenceListItem): string {
  return result.kind === 'k_of_n' ? `${result.passed} of ${result.expected}` : result.kind
}

export async function exportEvidence(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findEvidence(ctx, { ...query, ...wholeList })
  return exportTable({ name: 'evidence', columns, rows: items }, query.format)
}
