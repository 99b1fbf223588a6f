import { importAssets } from '@sinew/contract/asset/asset-contract.ts'
import type { Command } from 'commander'
import { withConnection } from '../connection.ts'
import { type ImportOptions, importTable } from '../import-table.ts'
import type { Terminal } from '../terminal.ts'

export function registerAsset(program: Command, terminal: Terminal): void {
  const asset = program.command('asset').description('assets: import a table of them')
  withConnection(
    asset.command('import').description('add the assets of a CSV file with what they rest on: all rows or none'),
  )
    .argument('<file>', 'with the heading Title, and others as in the export: Kind, Owner, Availability, Rests on, …')
    .option('--dry-run', 'say what it would do, and write nothing')
    .action((file: string, options: ImportOptions) =>
      importTable(
        file,
        options,
        terminal,
        ({ client, organizationId }, body) => client.call(importAssets, { params: { organizationId }, body }),
        ({ added }) => `${added} new`,
      ),
    )
}
