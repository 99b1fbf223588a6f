import type { QueryOf } from '@sinew/contract/client.ts'
import { getOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { getRisk, listRisks, type Risk } from '@sinew/contract/risk/risk-contract.ts'
import { riskSorts, riskStatuses } from '@sinew/contract/risk/risk-words.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { type Command, Option } from 'commander'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'
import { describeRisk } from './describe-risk.ts'
import { findRiskId } from './find-risk-id.ts'

type Query = NonNullable<QueryOf<typeof listRisks>>

type ListOptions = ConnectionOptions & {
  readonly search?: string
  readonly status?: Query['status']
  readonly level?: Query['level']
  readonly sort: NonNullable<Query['sort']>
  readonly page: string
  readonly pageSize: string
  readonly asOf?: string
}

export function registerRisk(program: Command, terminal: Terminal): void {
  const risk = program.command('risk').description('the risk register: list, show')
  withConnection(risk.command('list').description('risks, those with the highest proven loss first'))
    .option('--search <text>', 'only those that contain this text')
    .addOption(new Option('--status <status...>', 'only in these states').choices([...riskStatuses]))
    .addOption(
      new Option('--level <level...>', 'only on these proven levels').choices(['low', 'medium', 'high', 'critical']),
    )
    .addOption(
      new Option('--sort <field>', 'sort by; -field for the other way round')
        .choices(riskSorts.flatMap((sort) => [sort, `-${sort}`]))
        .default('-proven'),
    )
    .option('--page <number>', 'page', '1')
    .option('--page-size <number>', 'risks a page, up to 200', '50')
    .option('--as-of <instant>', 'as it was at this instant, such as 2026-01-31T00:00:00Z')
    .action(async (options: ListOptions) => terminal.out(await list(connect(options), options)))
  withConnection(risk.command('show').description('one risk, by R-12, 12 or its id').argument('<risk>', 'which one'))
    .option('--as-of <instant>', 'as it was at this instant')
    .action(async (named: string, options: ConnectionOptions & { readonly asOf?: string }) =>
      terminal.out(await show(connect(options), named, options)),
    )
}

async function list({ client, organizationId }: Connection, options: ListOptions): Promise<string> {
  const params = { organizationId }
  const { search: q, status, level, sort, page, pageSize, asOf } = options
  const answer = await client.call(listRisks, { params, query: { q, status, level, sort, page, pageSize, asOf } })
  if (options.json) return printJson(answer)
  const { currency } = await client.call(getOrganization, { params, query: { asOf } })
  const money = (minor: number | undefined) => (minor === undefined ? '-' : formatMoneyShort(minor, currency))
  const table = printTable<Risk>(answer.items, [
    { title: 'Risk', value: (risk) => `R-${risk.number}` },
    { title: 'State', value: (risk) => risk.status },
    { title: 'Level', value: (risk) => risk.state?.provenLevel ?? '-' },
    { title: 'Claimed/y', value: (risk) => money(risk.state?.claimedMinor), align: 'right' },
    { title: 'Proven/y', value: (risk) => money(risk.state?.provenMinor), align: 'right' },
    { title: 'Owner', value: (risk) => risk.ownerName ?? '-', max: 24 },
    { title: 'Title', value: (risk) => risk.title, max: 80 },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}

async function show(
  connection: Connection,
  named: string,
  options: { readonly json?: true; readonly asOf?: string },
): Promise<string> {
  const { client, organizationId } = connection
  const query = { asOf: options.asOf }
  const riskId = await findRiskId(connection, named, options.asOf)
  const risk = await client.call(getRisk, { params: { organizationId, riskId }, query })
  if (options.json) return printJson(risk)
  const { currency } = await client.call(getOrganization, { params: { organizationId }, query })
  return describeRisk(risk, currency)
}
