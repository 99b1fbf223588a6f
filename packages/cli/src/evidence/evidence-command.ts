import { evidenceSorts, getEvidence, listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { reportFormats } from '@sinew/contract/ingest/ingest-contract.ts'
import { type Command, Option } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printFields, printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'
import { describePush, type PushOptions, push } from './push-report.ts'
import { registerEvidenceRoom } from './save-room.ts'

type ListOptions = ConnectionOptions & {
  readonly search?: string
  readonly sort: (typeof evidenceSorts)[number]
  readonly page: string
  readonly pageSize: string
  readonly asOf?: string
}

export function registerEvidence(program: Command, terminal: Terminal): void {
  const evidence = program
    .command('evidence')
    .description('evidence: push a report, list, show, take a room of it away')
  withConnection(
    evidence.command('push').description('push a scanner’s report; each control it speaks to gets a dated k of n'),
  )
    .argument('<file>', 'the report, for example Prowler’s report.ocsf.json')
    .addOption(new Option('--format <format>', 'what the report is').choices([...reportFormats]).default('auto'))
    .option('--collector <id>', 'the collector that reports; else the tool and account in the report name it')
    .option('--cadence <days>', 'how often a collector that is new is expected to report', '7')
    .action(async (file: string, options: ConnectionOptions & PushOptions) => {
      const run = await push(connect(options), file, options)
      terminal.out(options.json ? printJson(run) : describePush(run))
    })
  withConnection(evidence.command('list').description('dated pieces of evidence, the newest first'))
    .option('--search <text>', 'only those that contain this text')
    .addOption(
      new Option('--sort <field>', 'sort by; -field for the other way round')
        .choices(evidenceSorts.flatMap((sort) => [sort, `-${sort}`]))
        .default('-collectedAt'),
    )
    .option('--page <number>', 'page', '1')
    .option('--page-size <number>', 'pieces a page, up to 200', '50')
    .option('--as-of <instant>', 'as it was at this instant, such as 2026-01-31T00:00:00Z')
    .action(async (options: ListOptions) => terminal.out(await list(connect(options), options)))
  withConnection(
    evidence.command('show').description('one piece, by E-40, 40 or its id').argument('<piece>', 'which one'),
  )
    .option('--as-of <instant>', 'as it was at this instant')
    .action(async (named: string, options: ConnectionOptions & { readonly asOf?: string }) =>
      terminal.out(await show(connect(options), named, options)),
    )
  registerEvidenceRoom(evidence, terminal)
}

async function list({ client, organizationId }: Connection, options: ListOptions): Promise<string> {
  const { search: q, sort, page, pageSize, asOf } = options
  const answer = await client.call(listEvidence, {
    params: { organizationId },
    query: { q, sort, page, pageSize, asOf },
  })
  if (options.json) return printJson(answer)
  const table = printTable(answer.items, [
    { title: 'Piece', value: (piece) => `E-${piece.number}` },
    { title: 'Collected', value: (piece) => piece.collectedAt.slice(0, 10) },
    { title: 'Freshness', value: (piece) => piece.freshness },
    { title: 'Result', value: (piece) => resultWords(piece.result) },
    { title: 'Controls', value: (piece) => piece.controls.map((control) => control.ref).join(' '), max: 24 },
    { title: 'Title', value: (piece) => piece.title, max: 80 },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}

async function show(
  connection: Connection,
  named: string,
  options: { readonly json?: true; readonly asOf?: string },
): Promise<string> {
  const { client, organizationId } = connection
  const evidenceId = await findEvidenceId(connection, named, options.asOf)
  const piece = await client.call(getEvidence, {
    params: { organizationId, evidenceId },
    query: { asOf: options.asOf },
  })
  if (options.json) return printJson(piece)
  const needs = printTable(piece.needs, [
    { title: 'Control', value: (need) => need.controlRef },
    { title: 'Freshness', value: (need) => need.freshness },
    { title: 'Valid until', value: (need) => need.validUntil?.slice(0, 10) ?? '-' },
    { title: 'Newest', value: (need) => (need.isNewest ? 'yes' : 'no') },
    { title: 'Proves', value: (need) => need.title },
  ])
  const fields = printFields([
    ['Kind', piece.kind],
    ['Result', resultWords(piece.result)],
    ['Provenance', piece.provenance],
    ['State', piece.state],
    ['Reason', piece.stateReason],
    ['Collected', piece.collectedAt],
    ['Submitted by', piece.submittedByName],
    ['Review', piece.reviewResult],
    ['File', piece.file === null ? null : `${piece.file.name}, sha256 ${piece.file.sha256}`],
    ['Link', piece.url],
    ['Note', piece.note],
  ])
  return `E-${piece.number} ${piece.title}\n${fields}\n${needs}`
}

function resultWords(result: { readonly kind: string; readonly passed?: number; readonly expected?: number }): string {
  return result.kind === 'k_of_n' ? `${result.passed} of ${result.expected}` : result.kind
}

async function findEvidenceId({ client, organizationId }: Connection, named: string, asOf?: string): Promise<string> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named)) return named
  const number = /^(?:E-)?(\d{1,9})$/i.exec(named)?.[1]
  if (number === undefined) throw new CliError(`"${named}" names no piece of evidence; expected E-40, 40 or an id`, 2)
  const { items } = await client.call(listEvidence, { params: { organizationId }, query: { number, asOf } })
  const id = items[0]?.id
  if (id === undefined) throw new CliError(`There is no piece of evidence E-${number}`)
  return id
}
