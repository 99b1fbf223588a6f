import type { QueryOf } from '@sinew/contract/client.ts'
import { implementations, themes } from '@sinew/contract/control/control-words.ts'
import { lineProofs } from '@sinew/contract/evidence/evidence-words.ts'
import { getSoa, type Soa } from '@sinew/contract/soa/soa-contract.ts'
import { getSoaLine, type SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { listSoaVersions, type SoaVersion, verifySoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { lintSeverities } from '@sinew/core/soa/lint-issue.ts'
import { type Command, Option } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'
import { describeLine, describeStatement, percent } from './describe-statement.ts'
import { registerSoaExport } from './export-statement.ts'
import { findVersion } from './find-version.ts'

type Query = NonNullable<QueryOf<typeof getSoa>>
type AsOf = { readonly asOf?: string }
type ListOptions = ConnectionOptions &
  AsOf & {
    readonly search?: string
    readonly theme?: Query['theme']
    readonly proof?: Query['proof']
    readonly implementation?: Query['implementation']
    readonly severity?: Query['severity']
    readonly changed?: Query['changed']
    readonly excluded?: true
  }

const asOf = ['--as-of <instant>', 'as it was at this instant, such as 2026-01-31T00:00:00Z'] as const

export function registerSoa(program: Command, terminal: Terminal): void {
  const soa = program.command('soa').description('the Statement of Applicability: list, show, versions, verify, export')
  withConnection(soa.command('list').description('its lines, Annex A first'))
    .option('--search <text>', 'only those that contain this text')
    .addOption(new Option('--theme <theme...>', 'only of these themes').choices([...themes]))
    .addOption(new Option('--proof <proof...>', 'only proven so').choices([...lineProofs]))
    .addOption(new Option('--implementation <step...>', 'only implemented so far').choices([...implementations]))
    .addOption(new Option('--severity <severity...>', 'only with such findings').choices([...lintSeverities]))
    .addOption(new Option('--changed <kind>', 'only changed since approval').choices(['decision', 'status', 'any']))
    .option('--excluded', 'only those left out')
    .option(...asOf)
    .action(async (options: ListOptions) => terminal.out(await list(connect(options), options)))
  withConnection(
    soa.command('show').description('how it stands, or one line by A.8.13 or C-4').argument('[control]', 'which line'),
  )
    .option(...asOf)
    .action(async (ref: string | undefined, options: ConnectionOptions & AsOf) =>
      terminal.out(await show(connect(options), ref, options)),
    )
  withConnection(soa.command('versions').description('every version, the newest first'))
    .option(...asOf)
    .action(async (options: ConnectionOptions & AsOf) => terminal.out(await versions(connect(options), options)))
  withConnection(
    soa.command('verify').description('compute the hash of a version again').argument('<version>', 'its number'),
  ).action(async (number: string, options: ConnectionOptions) => {
    terminal.out(await verify(connect(options), number, options))
  })
  registerSoaExport(soa, terminal)
}

async function list({ client, organizationId }: Connection, options: ListOptions): Promise<string> {
  const { search: q, theme, proof, implementation, severity, changed, excluded, asOf } = options
  const applicable = excluded ? ('false' as const) : undefined
  const query = { q, theme, proof, implementation, severity, changed, applicable, asOf }
  const soa = await everyLine((page) =>
    client.call(getSoa, { params: { organizationId }, query: { ...query, page, pageSize: mostLines } }),
  )
  if (options.json) return printJson(soa)
  const table = printTable<SoaLine>(soa.lines, [
    { title: 'Ref', value: (line) => line.ref },
    { title: 'In', value: (line) => (line.applicable ? 'yes' : 'no') },
    { title: 'Implementation', value: (line) => (line.applicable ? line.implementation.replace('_', ' ') : '-') },
    { title: 'Proof', value: (line) => line.proof },
    { title: 'Assurance', value: (line) => percent(line.assurance), align: 'right' },
    { title: 'Findings', value: (line) => (line.issues.length === 0 ? '-' : `${line.issues.length}`), align: 'right' },
    { title: 'Why', value: why, max: 28 },
    { title: 'Title', value: (line) => line.title, max: 60 },
  ])
  return `${table}${soa.total} of ${soa.counts.lines}\n`
}

/** As many as are sent at once. */
const mostLines = 500

async function everyLine(ask: (page: number) => Promise<Soa>): Promise<Soa> {
  const first = await ask(1)
  const lines = [...first.lines]
  for (let page = 2; lines.length < first.total; page += 1) {
    const { lines: more } = await ask(page)
    if (more.length === 0) break
    lines.push(...more)
  }
  return { ...first, pageSize: Math.max(first.pageSize, lines.length), lines }
}

function why({ applicable, reasons, justification }: SoaLine): string {
  if (!applicable) return justification || 'no justification'
  return reasons.map(({ source, kind }) => source?.ref ?? kind.replace('_', ' ')).join(' ') || 'no reason'
}

async function show(
  connection: Connection,
  ref: string | undefined,
  options: ConnectionOptions & AsOf,
): Promise<string> {
  const { client, organizationId } = connection
  const ask = (page?: number) =>
    client.call(getSoa, {
      params: { organizationId },
      query: { line: ref?.toUpperCase(), asOf: options.asOf, page, pageSize: mostLines },
    })
  if (ref === undefined) return options.json ? printJson(await everyLine(ask)) : describeStatement(await ask())
  const soa = await ask()
  const line = soa.lines.find((one) => one.ref.toUpperCase() === ref.toUpperCase())
  if (line === undefined) throw new CliError(`There is no line ${ref}; expected a reference such as A.8.13 or C-4`)
  const params = { organizationId, controlId: line.controlId }
  if (!options.json) return describeLine(line, soa.approved?.number ?? null)
  return printJson(await client.call(getSoaLine, { params, query: { asOf: options.asOf } }))
}

async function versions({ client, organizationId }: Connection, options: ConnectionOptions & AsOf): Promise<string> {
  const answer = await client.call(listSoaVersions, { params: { organizationId }, query: { asOf: options.asOf } })
  if (options.json) return printJson(answer)
  if (answer.items.length === 0) return 'No version was proposed yet.\n'
  return printTable<SoaVersion>(answer.items, [
    { title: 'Version', value: (version) => `${version.number}`, align: 'right' },
    { title: 'State', value: (version) => version.status },
    { title: 'Proposed', value: (version) => `${version.proposedAt.slice(0, 10)} ${version.proposedByName}`, max: 36 },
    {
      title: 'Decided',
      value: ({ decidedAt, decidedByName }) =>
        decidedAt === null ? '-' : `${decidedAt.slice(0, 10)} ${decidedByName ?? ''}`,
      max: 36,
    },
    { title: 'Lines', value: (version) => `${version.lineCount}`, align: 'right' },
    { title: 'Out', value: (version) => `${version.excludedCount}`, align: 'right' },
    { title: 'SHA-256', value: (version) => version.hash },
  ])
}

async function verify(connection: Connection, number: string, options: ConnectionOptions): Promise<string> {
  const { client, organizationId } = connection
  const version = await findVersion(connection, number)
  const answer = await client.call(verifySoaVersion, { params: { organizationId, soaVersionId: version.id } })
  if (!answer.matches || answer.previousMatches === false) throw new CliError(answer.sentence)
  return options.json ? printJson(answer) : `${answer.sentence}\nSHA-256 ${answer.computed}\n`
}
