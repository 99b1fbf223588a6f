import { readFile } from 'node:fs/promises'
import { importPeople } from '@sinew/contract/person/person-contract.ts'
import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type ImportOptions = ConnectionOptions & { readonly dryRun?: true }

export function registerPeople(program: Command, terminal: Terminal): void {
  const people = program.command('people').description('people: import a table of them')
  withConnection(
    people
      .command('import')
      .description('add the people of a CSV file and bring those up to date whose e-mail is known: all rows or none'),
  )
    .argument('<file>', 'with the headings Name, E-mail, Job title, Unit and Manager (by e-mail)')
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
  const outcome = await client.call(importPeople, { params: { organizationId }, body: { csv, dryRun } })
  const { added, updated, unchanged, problems } = outcome
  if (options.json) terminal.out(printJson(outcome))
  else if (problems.length === 0) {
    const what = `${added} new, ${updated} brought up to date, ${unchanged} as they are`
    terminal.out(dryRun ? `It would be: ${what}; nothing was written\n` : `${what}\n`)
  }
  if (problems.length === 0) return
  const places = problems.map(({ row, column, message }) => `  line ${row}, ${column}: ${message}`)
  throw new CliError(`Nothing was written:\n${places.join('\n')}`)
}
