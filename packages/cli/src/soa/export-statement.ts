import { writeFile } from 'node:fs/promises'
import { exportSoa, exportSoaVersion, soaExportFormats } from '@sinew/contract/soa/soa-contract.ts'
import { type Command, Option } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'
import { findVersion } from './find-version.ts'

type ExportOptions = ConnectionOptions & {
  readonly format: (typeof soaExportFormats)[number]
  readonly version?: string
  readonly out?: string
  readonly force?: true
  readonly asOf?: string
}

export function registerSoaExport(soa: Command, terminal: Terminal): void {
  withConnection(soa.command('export').description('write it, or one version, to a file'))
    .addOption(new Option('--format <format>', 'which kind of file').choices([...soaExportFormats]).default('pdf'))
    .option('--version <number>', 'this version; left out: as it is now, marked as a draft')
    .option('--out <file>', 'where to; left out: the name the server gives, in this folder')
    .option('--force', 'replace the file if it is there')
    .option('--as-of <instant>', 'the draft as it was at this instant')
    .action(async (options: ExportOptions) => terminal.out(await save(connect(options), options)))
}

async function save(connection: Connection, options: ExportOptions): Promise<string> {
  const response = await fetchFile(connection, options)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const file = options.out ?? name ?? `statement-of-applicability.${options.format}`
  try {
    await writeFile(file, bytes, { flag: options.force ? 'w' : 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new CliError(`${file} is there already; give another name with --out, or --force`)
    throw new CliError(`${file} cannot be written: ${code ?? message}`)
  }
  return options.json ? printJson({ file, bytes: bytes.length }) : `${file}\n`
}

async function fetchFile(connection: Connection, { version, format, asOf }: ExportOptions): Promise<Response> {
  const { client, organizationId } = connection
  if (version === undefined) return client.download(exportSoa, { params: { organizationId }, query: { format, asOf } })
  if (asOf !== undefined) throw new CliError('A version never changes: give --version or --as-of, not both', 2)
  const { id } = await findVersion(connection, version)
  return client.download(exportSoaVersion, { params: { organizationId, soaVersionId: id }, query: { format } })
}
