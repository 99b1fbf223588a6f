import { writeFile } from 'node:fs/promises'
import { documents } from '@sinew/contract/document/document-contract.ts'
import {
  documentFormats,
  exportDocumentVersion,
  listDocumentVersions,
} from '@sinew/contract/document/document-version-contract.ts'
import { documentStandings } from '@sinew/core/document/document-register.ts'
import { type Command, Option } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type Standing = keyof typeof documentStandings
type ListOptions = ConnectionOptions & {
  readonly state?: Standing
  readonly search?: string
  readonly page: string
  readonly pageSize: string
}
type ExportOptions = ConnectionOptions & {
  readonly format: (typeof documentFormats)[number]
  readonly number?: string
  readonly output?: string
}

export function registerDocument(program: Command, terminal: Terminal): void {
  const document = program.command('document').description('policies, processes and plans: list, export')
  withConnection(document.command('list').description('documents and how each stands'))
    .addOption(new Option('--state <state>', 'only those in this state').choices(Object.keys(documentStandings)))
    .option('--search <text>', 'only those that contain this text')
    .option('--page <number>', 'page', '1')
    .option('--page-size <number>', 'documents a page, up to 200', '50')
    .action(async (options: ListOptions) => terminal.out(await list(connect(options), options)))
  withConnection(document.command('export').description('the version in force, or another one, as a file'))
    .argument('<document>', 'D-3 or 3')
    .addOption(new Option('--format <format>', 'kind of file').choices([...documentFormats]).default('pdf'))
    .option('--number <version>', 'this version instead of the one in force')
    .option('--output <file>', 'where to write it; D-3-v2.pdf in this folder unless said')
    .action(async (named: string, options: ExportOptions) =>
      terminal.out(await exportVersion(connect(options), named, options)),
    )
}

async function list({ client, organizationId }: Connection, options: ListOptions): Promise<string> {
  const { search: q, page, pageSize, state: standing } = options
  const query = { q, standing, page, pageSize, sort: 'number' as const }
  const answer = await client.call(documents.list, { params: { organizationId }, query })
  if (options.json) return printJson(answer)
  const table = printTable(answer.items, [
    { title: 'Ref', value: ({ number }) => `D-${number}` },
    { title: 'State', value: ({ standing: state }) => documentStandings[state].toLowerCase() },
    { title: 'Version', value: ({ publishedVersion }) => `${publishedVersion ?? '-'}`, align: 'right' },
    { title: 'Next review', value: ({ reviewAt }) => reviewAt?.slice(0, 10) ?? '-' },
    { title: 'Owner', value: ({ owner }) => owner?.name ?? 'nobody', max: 24 },
    { title: 'Title', value: ({ title }) => title, max: 80 },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}

async function exportVersion(connection: Connection, named: string, options: ExportOptions): Promise<string> {
  const { client, organizationId } = connection
  const number = /^(?:D-)?(\d{1,9})$/i.exec(named)?.[1]
  if (number === undefined) throw new CliError(`"${named}" names no document; expected D-3 or 3`, 2)
  const { items } = await client.call(documents.list, { params: { organizationId }, query: { number } })
  const documentId = items[0]?.id
  if (documentId === undefined) throw new CliError(`There is no document D-${number}`)
  const versions = await client.call(listDocumentVersions, { params: { organizationId, documentId } })
  const version = versions.items.find(({ versionNumber, status }) =>
    options.number === undefined ? status === 'published' : `${versionNumber}` === options.number,
  )
  if (version === undefined)
    throw new CliError(
      options.number === undefined
        ? `D-${number} has no version in force; name one with --number`
        : `D-${number} has no version ${options.number}`,
    )
  const params = { organizationId, documentVersionId: version.id }
  const file = await client.download(exportDocumentVersion, { params, query: { format: options.format } })
  const path = options.output ?? `D-${number}-v${version.versionNumber}.${options.format}`
  await writeFile(path, new Uint8Array(await file.arrayBuffer()))
  return options.json ? printJson({ path, version }) : `${version.title}, version ${version.versionNumber}: ${path}\n`
}
