import { importObligations } from '@sinew/contract/obligation/obligation-contract.ts'
import type { Command } from 'commander'
import { withConnection } from '../connection.ts'
import { type ImportOptions, importTable } from '../import-table.ts'
import type { Terminal } from '../terminal.ts'

export function registerObligation(program: Command, terminal: Terminal): void {
  const obligation = program.command('obligation').description('obligations: import a table of them')
  withConnection(
    obligation
      .command('import')
      .description('add the obligations of a CSV file with the controls that keep them: all rows or none'),
  )
    .argument('<file>', 'with the heading Title, and others: Kind, Party, Source, Owner, Review, Kept by, …')
    .option('--dry-run', 'say what it would do, and write nothing')
    .action((file: string, options: ImportOptions) =>
      importTable(
        file,
        options,
        terminal,
        ({ client, organizationId }, body) => client.call(importObligations, { params: { organizationId }, body }),
        ({ added }) => `${added} new`,
      ),
    )
}
