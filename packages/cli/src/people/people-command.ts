import { importPeople } from '@sinew/contract/person/person-contract.ts'
import type { Command } from 'commander'
import { addImport } from '../import-table.ts'
import type { Terminal } from '../terminal.ts'

export function registerPeople(program: Command, terminal: Terminal): void {
  addImport(program.command('people').description('people: import a table of them'), terminal, {
    does: 'add the people of a CSV file and bring those up to date whose e-mail is known: all rows or none',
    file: 'with the headings Name, E-mail, Job title, Unit and Manager (by e-mail)',
    send: ({ client, organizationId }, body) => client.call(importPeople, { params: { organizationId }, body }),
    inWords: ({ added, updated, unchanged }) => `${added} new, ${updated} brought up to date, ${unchanged} as they are`,
  })
}
