import { getReadiness, type Readiness } from '@sinew/contract/readiness/readiness-contract.ts'
import type { Command } from 'commander'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type Options = ConnectionOptions & { readonly items?: true }

export function registerReadiness(program: Command, terminal: Terminal): void {
  withConnection(program.command('readiness').description('what an auditor would find today, the worst first'))
    .option('--items', 'each clause item and control with its state instead')
    .action(async (options: Options) => terminal.out(await show(connect(options), options)))
}

async function show({ client, organizationId }: Connection, options: Options): Promise<string> {
  const readiness = await client.call(getReadiness, { params: { organizationId } })
  if (options.json) return printJson(readiness)
  return options.items ? itemsOf(readiness) : foundIn(readiness)
}

function itemsOf({ items }: Readiness): string {
  return printTable(items, [
    { title: 'Item', value: ({ id }) => id },
    { title: 'State', value: ({ state }) => state },
    { title: 'Answers', value: ({ answerCount }) => String(answerCount), align: 'right' },
    { title: 'Title', value: ({ title }) => title, max: 80 },
  ])
}

function foundIn({ predicted, counts }: Readiness): string {
  if (predicted.length === 0) return 'An auditor would find nothing that the rules know.\n'
  const { major = 0, minor = 0, observation = 0 } = counts.grades
  const table = printTable(predicted, [
    { title: 'Grade', value: ({ grade }) => grade },
    { title: 'Item', value: ({ item }) => item },
    { title: 'Gap', value: ({ gap }) => gap, max: 90 },
    { title: 'Repair', value: ({ repair }) => repair, max: 90 },
  ])
  return `${table}${major} major, ${minor} minor, ${observation} to look at\n`
}
