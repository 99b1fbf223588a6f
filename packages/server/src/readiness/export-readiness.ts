import type { exportReadiness as route } from '@sinew/contract/readiness/readiness-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { deriveReadiness, type Predicted, type ReadinessItem } from '@sinew/core/readiness/derive-readiness.ts'
import type { Context } from '../context.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { loadFacts } from './load-facts.ts'

const itemColumns: readonly ExportColumn<ReadinessItem>[] = [
  { header: 'Item', value: ({ id }) => id, width: 16 },
  { header: 'Title', value: ({ title }) => title, width: 40 },
  { header: 'State', value: ({ state }) => state, width: 10 },
  { header: 'Question', value: ({ question }) => question, width: 60 },
  {
    header: 'Answers',
    value: ({ answers }) => answers.map(({ ref, title }) => `${ref} ${title}`.trim()).join('; '),
    width: 60,
  },
  { header: 'Number of answers', value: ({ answerCount }) => answerCount, width: 10 },
  {
    header: 'Found',
    value: ({ predicted }) => predicted.map(({ grade, gap }) => `${grade}: ${gap}`).join(' '),
    width: 60,
  },
]

const predictedColumns: readonly ExportColumn<Predicted>[] = [
  { header: 'Grade', value: ({ grade }) => grade, width: 12 },
  { header: 'Item', value: ({ item }) => item, width: 16 },
  { header: 'Requirement', value: ({ requirement }) => requirement, width: 50 },
  { header: 'Evidence', value: ({ evidence }) => evidence, width: 60 },
  { header: 'Gap', value: ({ gap }) => gap, width: 50 },
  { header: 'Repair', value: ({ repair }) => repair, width: 50 },
  { header: 'Rule', value: ({ rule }) => rule, width: 26 },
]

export async function exportReadiness(ctx: Context, { format, what }: ParsedQuery<typeof route>): Promise<Response> {
  const { items, predicted } = deriveReadiness(await loadFacts(ctx))
  return what === 'items'
    ? exportTable({ name: 'readiness', columns: itemColumns, rows: items }, format)
    : exportTable({ name: 'predicted-nonconformities', columns: predictedColumns, rows: predicted }, format)
}
