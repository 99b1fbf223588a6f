import { listMembers } from '@sinew/contract/member/member-contract.ts'
import type { Command } from 'commander'
import { type ConnectionOptions, connect, withConnection, withUrl } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'
import { type LimitOptions, limit, unlimit } from './limit-member.ts'
import { limitsInWords } from './limits-in-words.ts'
import { type LogOptions, printAccessLog } from './print-access-log.ts'

export function registerMember(program: Command, terminal: Terminal): void {
  const member = program.command('member').description('members: list, limit their access, what auditors opened')
  withConnection(member.command('list').description('who may sign in, as what, until when and to read what')).action(
    async (options: ConnectionOptions) => terminal.out(await list(options)),
  )
  asPerson(
    member
      .command('limit')
      .description('set the last day of an access, and what an auditor may read; what is left out stays as it is'),
  )
    .argument('<member>', 'their e-mail address')
    .option('--until <day>', 'the last day of the access, such as 2026-06-30')
    .option('--read-from <day>', 'the first day of the period that an auditor may read')
    .option('--read-until <day>', 'the last day of that period')
    .option('--area <area...>', 'an area that an auditor may read, such as risk or control; can be repeated')
    .option('--reason <text>', 'why; it stays in the ledger')
    .action(async (email: string, options: LimitOptions) => terminal.out(await limit(email, options, terminal.ask)))
  asPerson(member.command('unlimit').description('take the last day, the period and the areas away again'))
    .argument('<member>', 'their e-mail address')
    .option('--reason <text>', 'why; it stays in the ledger')
    .action(async (email: string, options: LimitOptions) => terminal.out(await unlimit(email, options, terminal.ask)))
  withConnection(member.command('log').description('what auditors opened, the newest first'))
    .option('--member <e-mail>', 'of one auditor alone')
    .option('--from <day>', 'from this day on, in UTC')
    .option('--until <day>', 'up to this day, in UTC')
    .option('--max <number>', 'how many lines at most', '50')
    .action(async (options: LogOptions) => terminal.out(await printAccessLog(options)))
}

/** A token that leaked must not let anybody in: whoever limits a member signs in. */
function asPerson(command: Command): Command {
  return withUrl(command)
    .option('--as <address>', 'your own e-mail, to sign in with; asked for when left out')
    .option('--organization <address>', 'the last part of its address in the browser, where you are in several')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nThe password is asked for, or read from SINEW_PASSWORD. No token may limit a member.')
}

async function list(options: ConnectionOptions): Promise<string> {
  const { client, organizationId } = connect(options)
  const answer = await client.call(listMembers, { params: { organizationId }, query: { pageSize: 200 } })
  if (options.json) return printJson(answer)
  const table = printTable(answer.items, [
    { title: 'Member', value: ({ email }) => email },
    { title: 'Name', value: ({ name }) => name, max: 40 },
    { title: 'Role', value: ({ role }) => role },
    { title: 'Last day', value: ({ accessUntil }) => accessUntil ?? '-' },
    { title: 'May read', value: limitsInWords },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}
