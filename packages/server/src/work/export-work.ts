import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { exportWork as route, WorkItem } from '@sinew/contract/work/work-contract.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { workKindWords } from '@sinew/core/work/work-kinds.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findWork } from './work-store.ts'

/** The list as asked for, as a file. */
export async function exportWork(ctx: Context, { format, ...query }: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findWork(ctx, { ...query, ...wholeList })
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  return exportTable({ name: 'work', columns: columnsIn(currency), rows: items }, format)
}

function columnsIn(currency: string): readonly ExportColumn<WorkItem>[] {
  return [
    { header: 'Ref', value: ({ ref }) => ref, width: 10 },
    { header: 'What', value: ({ what }) => what, width: 18 },
    { header: 'Title', value: ({ title }) => title, width: 50 },
    { header: 'Kind', value: ({ kind }) => kindWord(kind), width: 20 },
    { header: 'Due', value: ({ dueAt }) => (dueAt === null ? null : new Date(dueAt)), width: 14 },
    { header: 'When', value: ({ when }) => when, width: 10 },
    { header: 'Person', value: ({ person }) => person?.name ?? null, width: 24 },
    {
      header: `Worth a year (${currency})`,
      value: ({ worthMinor }) => (worthMinor === null ? null : worthMinor / 10 ** minorDigitsOf(currency)),
      width: 16,
    },
    { header: 'Note', value: ({ note }) => note, width: 40 },
  ]
}

/** What people call a kind of work: one of its own, or a register. */
export function kindWord(kind: string): string {
  const own: Readonly<Record<string, string>> = workKindWords
  return own[kind] ?? registerHeads.find(({ table }) => table === kind)?.label ?? kind
}
