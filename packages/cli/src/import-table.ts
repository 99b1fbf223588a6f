import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { CliError } from './cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from './connection.ts'
import { printJson } from './print-table.ts'
import type { Terminal } from './terminal.ts'

type ImportOptions = ConnectionOptions & { readonly dryRun?: true }

type Outcome = {
  readonly problems: readonly { readonly row: number; readonly column: string; readonly message: string }[]
}

type Import<T extends Outcome> = {
  /** What it does, as the help says it. */
  readonly does: string
  /** What the file has to hold. */
  readonly file: string
  readonly send: (connection: Connection, body: { readonly csv: string; readonly dryRun: boolean }) => Promise<T>
  readonly inWords: (outcome: T) => string
}

/** `sinew <noun> import <file>`, which writes all rows of a table or none, and with `--dry-run` only looks. */
export function addImport<T extends Outcome>(noun: Command, terminal: Terminal, table: Import<T>): void {
  withConnection(noun.command('import').description(table.does))
    .argument('<file>', table.file)
    .option('--dry-run', 'say what it would do, and write nothing')
    .action((file: string, options: ImportOptions) => importTable(file, options, terminal, table))
}

/**
 * Hands a CSV file to an import that writes all rows or none, and says what it did.
 * @throws {CliError} naming every line that is wrong
 */
async function importTable<T extends Outcome>(
  file: string,
  options: ImportOptions,
  terminal: Terminal,
  { send, inWords }: Import<T>,
): Promise<void> {
  const connection = connect(options)
  const csv = await readFile(file, 'utf8').catch(() => {
    throw new CliError(`The file ${file} cannot be read`, 2)
  })
  const dryRun = options.dryRun === true
  const outcome = await send(connection, { csv, dryRun })
  const { problems } = outcome
  if (options.json) terminal.out(printJson(outcome))
  else if (problems.length === 0) {
    const what = inWords(outcome)
    terminal.out(dryRun ? `It would be: ${what}; nothing was written\n` : `${what}\n`)
  }
  if (problems.length === 0) return
  const places = problems.map(({ row, column, message }) => `  line ${row}, ${column}: ${message}`)
  throw new CliError(`Nothing was written:\n${places.join('\n')}`)
}
