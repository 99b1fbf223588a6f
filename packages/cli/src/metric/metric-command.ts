import { metrics, metricValues } from '@sinew/contract/objective/objective-contract.ts'
import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type PushOptions = ConnectionOptions & { readonly at?: string; readonly source?: string; readonly note?: string }

export function registerMetric(program: Command, terminal: Terminal): void {
  const metric = program.command('metric').description('metrics: push a value, list')
  withConnection(
    metric.command('push').description('record a value of a metric; it is kept as it was measured, for ever'),
  )
    .argument('<metric>', 'which one: ME-3 or 3')
    .argument('<value>', 'the value, in the unit of the metric')
    .option('--at <instant>', 'when it was measured, such as 2026-01-31T00:00:00Z; left out: now')
    .option('--source <text>', 'where it comes from')
    .option('--note <text>', 'what to know of it')
    .action(async (named: string, value: string, options: PushOptions) =>
      terminal.out(await push(connect(options), named, value, options)),
    )
  withConnection(metric.command('list').description('every metric, its newest value and how it stands')).action(
    async (options: ConnectionOptions) => terminal.out(await list(connect(options), options)),
  )
}

async function push(connection: Connection, named: string, text: string, options: PushOptions): Promise<string> {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new CliError(`"${text}" is no number`, 2)
  const { client, organizationId } = connection
  const metric = await findMetric(connection, named)
  const made = await client.call(metricValues.create, {
    params: { organizationId },
    body: {
      metricId: metric.id,
      value,
      measuredAt: options.at ?? new Date().toISOString(),
      source: options.source ?? 'sinew metric push',
      note: options.note ?? '',
    },
  })
  if (options.json) return printJson(made)
  const params = { organizationId, metricId: metric.id }
  const { standing, title, unit, number } = await client.call(metrics.get, { params })
  return `ME-${number} ${title}: ${made.title} ${unit}, ${standing.replaceAll('_', ' ')}\n`
}

async function list({ client, organizationId }: Connection, options: ConnectionOptions): Promise<string> {
  const answer = await client.call(metrics.list, { params: { organizationId }, query: { pageSize: 200 } })
  if (options.json) return printJson(answer)
  const table = printTable(answer.items, [
    { title: 'Metric', value: (metric) => `ME-${metric.number}` },
    { title: 'Stands', value: (metric) => metric.standing.replaceAll('_', ' ') },
    {
      title: 'Newest',
      value: (metric) => (metric.newestValue === null ? '-' : `${metric.newestValue} ${metric.unit}`),
    },
    { title: 'Measured', value: (metric) => metric.measuredAt?.slice(0, 10) ?? '-' },
    { title: 'Target', value: (metric) => `${metric.target} ${metric.unit}` },
    { title: 'Title', value: (metric) => metric.title, max: 80 },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}

async function findMetric({ client, organizationId }: Connection, named: string) {
  const number = /^(?:ME-)?(\d{1,9})$/i.exec(named)?.[1]
  if (number === undefined) throw new CliError(`"${named}" names no metric; expected ME-3 or 3`, 2)
  const { items } = await client.call(metrics.list, { params: { organizationId }, query: { number: Number(number) } })
  const [metric] = items
  if (metric === undefined) throw new CliError(`There is no metric ME-${number}`)
  return metric
}
