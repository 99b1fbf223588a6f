import { importPeople } from '@sinew/contract/person/person-contract.ts'
import type { Command } from 'commander'
import { withConnection } from '../connection.ts'
import { type ImportOptions, importTable } from '../import-table.ts'
import type { Terminal } from '../terminal.ts'

export function registerPeople(program: Command, terminal: Terminal): void {
  const people = program.command('people').description('people: import a table of them')
  withConnection(
    people
      .command('import')
      .description('add the people of a CSV file and bring those up to date whose e-mail is known: all rows or none'),
  )
    .argument('<file>', 'with the headings Name, E-mail, Job title, Unit and Manager (by e-mail)')
    .option('--dry-run', 'say what it would do, and write nothing')
    .action((file: string, options: ImportOptions) =>
      importTable(
        file,
        options,
        terminal,
        ({ client, organizationId }, body) => client.call(importPeople, { params: { organizationId }, body }),
        ({ added, updated, unchanged }) => `${added} new, ${updated} brought up to date, ${unchanged} as they are`,
      ),
    )
}
