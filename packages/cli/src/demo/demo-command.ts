import { createExample, removeExample } from '@sinew/contract/example/example-contract.ts'
import type { Command } from 'commander'
import { readUrl, withUrl } from '../connection.ts'
import { type OpenSession, openSession } from '../open-session.ts'
import { printFields, printJson } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'
import { followStory } from './follow-story.ts'

type DemoOptions = {
  readonly url?: string
  readonly email?: string
  readonly name?: string
  readonly again?: true
  readonly json?: true
}

export function registerDemo(program: Command, terminal: Terminal): void {
  withUrl(program.command('demo').description('load the example company into a running server'))
    .option('--email <address>', 'who signs in and owns it; asked for when left out')
    .option('--name <name>', 'your name: makes the first account of a server that has none')
    .option('--again', 'remove the example you have, with everything in it, and start another')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nThe password is asked for, or read from SINEW_PASSWORD.')
    .action(async (options: DemoOptions) => {
      const url = readUrl(options.url)
      const password = process.env.SINEW_PASSWORD || undefined
      const open = await openSession(url, { email: options.email, name: options.name, password }, terminal.ask)
      const example = await loadExample(open, terminal, options.again === true).finally(open.end)
      const address = `${url}/o/${example.slug}`
      const answer = { ...example, address, email: open.session.user?.email ?? '', madeFirstAccount: open.isFirst }
      terminal.out(options.json ? printJson(answer) : describe(answer))
    })
}

/** One example is enough for a person: who has one is led to it, unless it is to be replaced. */
async function loadExample({ client, session }: OpenSession, terminal: Terminal, again: boolean) {
  const mine = session.organizations.find((organization) => organization.isExample)
  if (mine && again) await client.call(removeExample, { params: { organizationId: mine.id } })
  const isNew = mine === undefined || again
  const { organizationId, slug } = isNew
    ? await client.call(createExample)
    : { organizationId: mine.id, slug: mine.slug }
  await followStory(client, organizationId, terminal)
  return { organizationId, slug, created: isNew }
}

function describe({ created, address, email }: { created: boolean; address: string; email: string }): string {
  const head = created ? 'The example company is there.' : 'You have the example company already.'
  return `${head}\n${printFields([
    ['Open', address],
    ['Sign in as', email],
  ])}`
}
