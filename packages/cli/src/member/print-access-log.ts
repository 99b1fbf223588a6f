import { listAccessLog } from '@sinew/contract/access-log/access-log-contract.ts'
import { CliError } from '../cli-error.ts'
import { type ConnectionOptions, connect } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'

export type LogOptions = ConnectionOptions & {
  readonly member?: string
  readonly from?: string
  readonly until?: string
  readonly max: string
}

const most = 200

/** What auditors opened, the newest first. */
export async function printAccessLog(options: LogOptions): Promise<string> {
  const { member, from, until } = options
  const max = Number(options.max)
  if (!Number.isInteger(max) || max < 1 || max > most)
    throw new CliError(`"${options.max}" is no number from 1 to ${most}`, 2)
  const { client, organizationId } = connect(options)
  const answer = await client.call(listAccessLog, {
    params: { organizationId },
    query: {
      pageSize: max,
      ...(member === undefined ? {} : { memberEmail: member }),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    },
  })
  if (options.json) return printJson(answer)
  const table = printTable(answer.items, [
    { title: 'Time (UTC)', value: ({ at }) => at.slice(0, 16).replace('T', ' ') },
    { title: 'Who', value: ({ memberEmail, byToken }) => `${memberEmail}${byToken ? ' (token)' : ''}` },
    { title: 'What', value: ({ what }) => what, max: 60 },
    { title: 'Object', value: ({ objectName }) => objectName ?? '', max: 60 },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}
