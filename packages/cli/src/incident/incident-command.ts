import { reportIncident } from '@sinew/contract/incident/incident-contract.ts'
import { ongoingWords } from '@sinew/core/incident/incident-words.ts'
import { type Command, Option } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type ReportOptions = ConnectionOptions & {
  readonly what?: string
  readonly when?: string
  readonly ongoing: keyof typeof ongoingWords
}

export function registerIncident(program: Command, terminal: Terminal): void {
  const incident = program.command('incident').description('incidents: report what was seen')
  withConnection(incident.command('report').description('report what was seen, as on the report form; others sort it'))
    .argument('<title>', 'what happened, in a few words')
    .option('--what <text>', 'more about it')
    .option('--when <instant>', 'when it was noticed, such as 2026-01-31T08:30Z; left out: now')
    .addOption(
      new Option('--ongoing <answer>', 'is it still going on?').choices(Object.keys(ongoingWords)).default('unsure'),
    )
    .action(async (title: string, options: ReportOptions) =>
      terminal.out(await report(connect(options), title, options)),
    )
}

/** The reference comes first, so that a script can keep it. */
async function report(
  { client, organizationId }: Connection,
  title: string,
  { what = '', when, ongoing, json }: ReportOptions,
): Promise<string> {
  const answer = await client.call(reportIncident, {
    params: { organizationId },
    body: {
      what: [title, what].filter((part) => part.trim() !== '').join('\n\n'),
      ongoing,
      ...(when === undefined ? {} : { noticedAt: instantOf(when) }),
    },
  })
  if (json) return printJson({ ref: `IN-${answer.number}`, ...answer })
  return `IN-${answer.number} reported: ${answer.title}\nIf it cannot wait, call: ${answer.handledBy.join(', ')}\n`
}

function instantOf(text: string): string {
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new CliError(`"${text}" is no instant; expected one such as 2026-01-31T08:30Z`, 2)
  return new Date(at).toISOString()
}
