import type { QueryOf } from '@sinew/contract/client.ts'
import { createOccurrence, listOccurrences, type Occurrence } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { occurrenceSorts } from '@sinew/contract/occurrence/occurrence-words.ts'
import { getOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { occurrenceKinds } from '@sinew/core/occurrence/occurrence.ts'
import { type Command, Option } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'
import { findRiskId } from '../risk/find-risk-id.ts'
import type { Terminal } from '../terminal.ts'

type Query = NonNullable<QueryOf<typeof listOccurrences>>

type ListOptions = ConnectionOptions & {
  readonly risk?: string
  readonly kind?: Query['kind']
  readonly from?: string
  readonly until?: string
  readonly search?: string
  readonly sort: NonNullable<Query['sort']>
  readonly page: string
  readonly pageSize: string
}

type AddOptions = ConnectionOptions & {
  readonly on?: string
  readonly discovered?: string
  readonly loss?: string
  readonly nearMiss?: true
  readonly note?: string
  readonly source?: string
  readonly externalRef?: string
}

const kind = new Option('--kind <kind>', 'only loss events or only near misses').choices([...occurrenceKinds])

export function registerOccurrence(program: Command, terminal: Terminal): void {
  const occurrence = program.command('occurrence').description('what happened on risks: list, add')
  withConnection(occurrence.command('list').description('occurrences, the newest first'))
    .option('--risk <risk>', 'only on this risk: R-12, 12 or its id')
    .addOption(kind)
    .option('--from <day>', 'happened on this day or later, such as 2026-01-31')
    .option('--until <day>', 'happened on this day or earlier')
    .option('--search <text>', 'only those that contain this text')
    .addOption(
      new Option('--sort <field>', 'sort by; -field for the other way round')
        .choices(occurrenceSorts.flatMap((sort) => [sort, `-${sort}`]))
        .default('-occurredAt'),
    )
    .option('--page <number>', 'page', '1')
    .option('--page-size <number>', 'occurrences a page, up to 200', '50')
    .action(async (options: ListOptions) => terminal.out(await list(connect(options), options)))
  withConnection(occurrence.command('add').description('record that something happened on a risk, or nearly did'))
    .argument('<risk>', 'R-12, 12 or its id')
    .argument('<what>', 'what happened, in a few words')
    .option('--on <day>', 'the day it happened; today unless said')
    .option('--discovered <day>', 'the day it came to light, where that was later')
    .option('--loss <amount>', 'what it cost, in the currency of the organisation; leave it out while not known')
    .option('--near-miss', 'it nearly happened')
    .option('--note <text>', 'more about it')
    .option('--source <text>', 'where this is known from')
    .option('--external-ref <text>', 'its name in the register it comes from; the same one is taken over once')
    .action(async (risk: string, what: string, options: AddOptions) =>
      terminal.out(await add(connect(options), risk, what, options)),
    )
}

async function list(connection: Connection, options: ListOptions): Promise<string> {
  const { client, organizationId } = connection
  const params = { organizationId }
  const riskId = options.risk === undefined ? undefined : await findRiskId(connection, options.risk)
  const { search: q, sort, page, pageSize } = options
  const from = options.from && startOf(options.from, 0)
  const until = options.until && startOf(options.until, 1)
  const query = { q, riskId, kind: options.kind, from, until, sort, page, pageSize }
  const answer = await client.call(listOccurrences, { params, query })
  if (options.json) return printJson(answer)
  const { currency } = await client.call(getOrganization, { params })
  const table = printTable<Occurrence>(answer.items, [
    { title: 'Ref', value: (one) => `OC-${one.number}` },
    { title: 'On', value: (one) => one.occurredAt.slice(0, 10) },
    { title: 'Kind', value: (one) => (one.kind === 'loss' ? 'loss' : 'near miss') },
    { title: 'Cost', value: (one) => costOf(one, currency), align: 'right' },
    { title: 'Risk', value: (one) => `R-${one.riskNumber}` },
    { title: 'What happened', value: (one) => one.title, max: 80 },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}

function costOf({ kind: of, lossMinor }: Occurrence, currency: string): string {
  if (of === 'near_miss') return '-'
  return lossMinor === null ? 'not known' : formatMoneyShort(lossMinor, currency)
}

async function add(connection: Connection, risk: string, what: string, options: AddOptions): Promise<string> {
  const { client, organizationId } = connection
  const params = { organizationId }
  const riskId = await findRiskId(connection, risk)
  const today = new Date().toISOString().slice(0, 10)
  const one = await client.call(createOccurrence, {
    params,
    body: {
      riskId,
      kind: options.nearMiss ? 'near_miss' : 'loss',
      title: what,
      note: options.note ?? '',
      source: options.source ?? '',
      externalRef: options.externalRef ?? null,
      occurredAt: startOf(options.on ?? today, 0),
      ...(options.discovered === undefined ? {} : { discoveredAt: startOf(options.discovered, 0) }),
      lossMinor: options.loss === undefined ? null : await minorOf(connection, options.loss),
    },
  })
  return options.json ? printJson(one) : `OC-${one.number} recorded on R-${one.riskNumber} ${one.riskTitle}\n`
}

async function minorOf({ client, organizationId }: Connection, amount: string): Promise<number> {
  const value = Number(amount)
  if (amount.trim() === '' || !(value > 0) || !Number.isFinite(value)) {
    throw new CliError(`"${amount}" is no amount; expected a number above zero, such as 1250.50`, 2)
  }
  const { currency } = await client.call(getOrganization, { params: { organizationId } })
  return Math.round(value * 10 ** minorDigitsOf(currency))
}

/** The start of a day, or of the day after it, in UTC. */
function startOf(day: string, daysLater: number): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at)) throw new CliError(`"${day}" is no day; expected one such as 2026-01-31`, 2)
  return new Date(at + daysLater * 86_400_000).toISOString()
}
