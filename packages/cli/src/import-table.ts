import { readFile } from 'node:fs/promises'
import { CliError } from './cli-error.ts'
import { type Connection, type ConnectionOptions, connect } from './connection.ts'
import { printJson } from './print-table.ts'
import type { Terminal } from './terminal.ts'

export type ImportOptions = ConnectionOptions & { readonly dryRun?: true }

type Outcome = {
  readonly problems: readonly { readonly row: number; readonly column: string; readonly message: string }[]
}

/**
 * Hands a CSV file to an import that writes all rows or none, and says what it did.
 * @throws {CliError} naming every line that is wrong
 */
export async function importTable<T extends Outcome>(
  file: string,
  options: ImportOptions,
  terminal: Terminal,
  send: (connection: Connection, body: { readonly csv: string; readonly dryRun: boolean }) => Promise<T>,
  inWords: (outcome: T) => string,
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
