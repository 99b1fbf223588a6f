import { importAssets } from '@sinew/contract/asset/asset-contract.ts'
import type { Command } from 'commander'
import { addImport } from '../import-table.ts'
import type { Terminal } from '../terminal.ts'

export function registerAsset(program: Command, terminal: Terminal): void {
  addImport(program.command('asset').description('assets: import a table of them'), terminal, {
    does: 'add the assets of a CSV file with what they rest on: all rows or none',
    file: 'with the heading Title, and others as in the export: Kind, Owner, Availability, Rests on, …',
    send: ({ client, organizationId }, body) => client.call(importAssets, { params: { organizationId }, body }),
    inWords: ({ added }) => `${added} new`,
  })
}
