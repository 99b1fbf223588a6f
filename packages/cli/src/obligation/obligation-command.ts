import { importObligations } from '@sinew/contract/obligation/obligation-contract.ts'
import type { Command } from 'commander'
import { addImport } from '../import-table.ts'
import type { Terminal } from '../terminal.ts'

export function registerObligation(program: Command, terminal: Terminal): void {
  addImport(program.command('obligation').description('obligations: import a table of them'), terminal, {
    does: 'add the obligations of a CSV file with the controls that keep them: all rows or none',
    file: 'with the heading Title, and others: Kind, Party, Source, Owner, Review, Kept by, …',
    send: ({ client, organizationId }, body) => client.call(importObligations, { params: { organizationId }, body }),
    inWords: ({ added }) => `${added} new`,
  })
}
