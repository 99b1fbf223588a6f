import * as contract from '@sinew/contract/access-log/access-log-contract.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { type Binding, handle } from '../http/handle.ts'
import { findOpened } from './find-opened.ts'

const columns: readonly ExportColumn<contract.Opened>[] = [
  // As text: a spreadsheet's date has no time zone.
  { header: 'Time (UTC)', value: ({ at }) => at.replace('T', ' ').replace('Z', ''), width: 24 },
  { header: 'Who', value: ({ memberName }) => memberName, width: 24 },
  { header: 'E-mail', value: ({ memberEmail }) => memberEmail, width: 28 },
  { header: 'By', value: ({ byToken }) => (byToken ? 'token' : 'session'), width: 10 },
  { header: 'What', value: ({ what }) => what, width: 60 },
  { header: 'Object', value: ({ objectName }) => objectName, width: 40 },
  { header: 'Object id', value: ({ objectId }) => objectId, width: 38 },
  { header: 'Route', value: ({ route }) => route, width: 24 },
]

/** `others`: every other route of the server, whose summaries name what was opened. */
export function accessLogRoutes(others: readonly Binding[]): readonly Binding[] {
  const summaries = new Map(others.map(({ route }) => [route.id, route.summary]))
  return [
    handle(contract.listAccessLog, (ctx, { query }) => findOpened(ctx, query, summaries)),
    handle(contract.exportAccessLog, async (ctx, { query }) => {
      const { items } = await findOpened(ctx, { ...query, ...wholeList }, summaries)
      return exportTable({ name: 'access-log', columns, rows: items }, query.format)
    }),
  ]
}
