import { readFile } from 'node:fs/promises'
import { importAssets } from '@sinew/contract/asset/asset-contract.ts'
import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type ImportOptions = ConnectionOptions & { readonly dryRun?: true }

export function registerAsset(program: Command, terminal: Terminal): void {
  const asset = program.command('asset').description('assets: import a table of them')
  withConnection(
    asset.command('import').description('add the assets of a CSV file with what they rest on: all rows or none'),
  )
    .argument('<file>', 'with the heading Title, and others as in the export: Kind, Owner, Availability, Rests on, …')
    .option('--dry-run', 'say what it would do, and write nothing')
    .action(async (file: string, options: ImportOptions) => importFile(connect(options), file, options, terminal))
}

async function importFile(
  { client, organizationId }: Connection,
  file: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  const csv = await readFile(file, 'utf8').catch(() => {
    throw new CliError(`The file ${file} cannot be read`, 2)
  })
  const dryRun = options.dryRun === true
  const outcome = await client.call(importAssets, { params: { organizationId }, body: { csv, dryRun } })
  const { added, problems } = outcome
  if (options.json) terminal.out(printJson(outcome))
  else if (problems.length === 0)
    terminal.out(dryRun ? `It would be: ${added} new; nothing was written\n` : `${added} new\n`)
  if (problems.length === 0) return
  const places = problems.map(({ row, column, message }) => `  line ${row}, ${column}: ${message}`)
  throw new CliError(`Nothing was written:\n${places.join('\n')}`)
}
