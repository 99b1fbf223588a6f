import { getControl, listControls } from '@sinew/contract/control/control-contract.ts'
import { getOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printFields, printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type ListOptions = ConnectionOptions & {
  readonly search?: string
  readonly page: string
  readonly pageSize: string
  readonly asOf?: string
}

export function registerControl(program: Command, terminal: Terminal): void {
  const control = program.command('control').description('the 93 controls and your own: list, show')
  withConnection(control.command('list').description('controls with what is proven of each'))
    .option('--search <text>', 'only those that contain this text')
    .option('--page <number>', 'page', '1')
    .option('--page-size <number>', 'controls a page, up to 200', '100')
    .option('--as-of <instant>', 'as it was at this instant, such as 2026-01-31T00:00:00Z')
    .action(async (options: ListOptions) => terminal.out(await list(connect(options), options)))
  withConnection(
    control.command('show').description('one control, by A.8.13 or C-4').argument('<control>', 'which one'),
  )
    .option('--as-of <instant>', 'as it was at this instant')
    .action(async (ref: string, options: ConnectionOptions & { readonly asOf?: string }) =>
      terminal.out(await show(connect(options), ref, options)),
    )
}

async function list({ client, organizationId }: Connection, options: ListOptions): Promise<string> {
  const params = { organizationId }
  const { search: q, page, pageSize, asOf } = options
  const answer = await client.call(listControls, { params, query: { q, page, pageSize, asOf } })
  if (options.json) return printJson(answer)
  const { currency } = await client.call(getOrganization, { params, query: { asOf } })
  const table = printTable(answer.items, [
    { title: 'Control', value: (control) => control.ref },
    { title: 'State', value: (control) => control.implementation },
    { title: 'Proof', value: (control) => control.proof },
    { title: 'Assurance', value: (control) => percent(control.assurance), align: 'right' },
    { title: 'Gap/y', value: (control) => formatMoneyShort(control.gapMinor, currency), align: 'right' },
    { title: 'Owner', value: (control) => control.ownerName ?? '-', max: 24 },
    { title: 'Title', value: (control) => control.title, max: 70 },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}

async function show(
  { client, organizationId }: Connection,
  ref: string,
  options: { readonly json?: true; readonly asOf?: string },
): Promise<string> {
  const query = { asOf: options.asOf }
  const { items } = await client.call(listControls, {
    params: { organizationId },
    query: { ref: ref.toUpperCase(), ...query },
  })
  const found = items[0]
  if (found === undefined) throw new CliError(`There is no control ${ref}; expected one such as A.8.13 or C-4`)
  const control = await client.call(getControl, { params: { organizationId, controlId: found.id }, query })
  if (options.json) return printJson(control)
  const needs = printTable(control.needs, [
    { title: 'Every', value: (need) => `${need.cadenceDays} days`, align: 'right' },
    { title: 'Freshness', value: (need) => need.standing.freshness },
    { title: 'Newest', value: (need) => (need.newest === null ? '-' : `E-${need.newest.number}`) },
    { title: 'What would prove it', value: (need) => need.title },
  ])
  const fields = printFields([
    ['State', control.implementation],
    ['Proof', control.proof],
    ['Assurance', percent(control.assurance)],
    ['Owner', control.ownerName ?? 'nobody'],
    ['Applicable', control.applicable ? 'yes' : `no: ${control.exclusionJustification}`],
    ['How', control.description],
    ['Risks', control.risks.map((risk) => `R-${risk.number}`).join(', ')],
    ['Obligations', control.obligations.map((obligation) => `O-${obligation.number}`).join(', ')],
  ])
  return `${control.ref} ${control.title}\n${fields}\n${needs}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
