import {
  type LedgerBreak,
  type LedgerVerification,
  verifyLedger,
} from '@sinew/contract/ledger/verification-contract.ts'
import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import { type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type Options = ConnectionOptions & { readonly expect?: string }

export function registerLedger(program: Command, terminal: Terminal): void {
  const ledger = program.command('ledger').description('the audit trail')
  withConnection(
    ledger
      .command('verify')
      .description(
        'works its chain out again, holds every row against its newest entry, and says whether both still hold',
      ),
  )
    .option('--expect <hash>', 'the hash of a link noted earlier, which must still be in the chain')
    .action(async (options: Options) => {
      const { client, organizationId } = connect(options)
      const query = options.expect === undefined ? {} : { expected: options.expect }
      const verification = await client.call(verifyLedger, { params: { organizationId }, query })
      terminal.out(options.json ? printJson(verification) : inWords(verification))
      if (!verification.holds) throw new CliError('The ledger does not hold.')
    })
}

function inWords({ links, entries, waiting, rows, last, expectedAt, breaks, breakCount }: LedgerVerification): string {
  const lines = [
    `${entries} entries in ${links} links, ${waiting} waiting for the next`,
    `${rows} rows held against their newest entries`,
    ...(last === null ? [] : [`last link ${last.position}, ${last.at}: ${last.hash}`]),
    ...(expectedAt === null ? [] : [`the noted hash is that of link ${expectedAt}`]),
    ...breaks.map((one) => `${one.what} ${placeOf(one)}`),
    ...(breakCount > breaks.length ? [`and ${breakCount - breaks.length} more`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function placeOf({ position, entry, row }: LedgerBreak): string {
  if (row !== null) return `${row.table} ${row.id}${row.name === null ? '' : ` (${row.name})`}`
  return position === null ? `entry ${entry}` : `at link ${position}`
}
