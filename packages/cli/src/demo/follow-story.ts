import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from '@sinew/contract/client.ts'
import { type ExampleProgress, getExampleProgress } from '@sinew/contract/example/example-contract.ts'
import { CliError } from '../cli-error.ts'
import type { Terminal } from '../terminal.ts'

const askEveryMs = 500
const tellEveryShare = 10

/** Waits until an example company's year is told, and says every tenth of it how far it is. */
export async function followStory(client: Client, organizationId: string, terminal: Terminal): Promise<void> {
  let said = -1
  for (;;) {
    const progress = await client.call(getExampleProgress, { params: { organizationId } })
    if (progress.state === 'failed' || progress.state === 'interrupted') throw new CliError(whyNot[progress.state])
    if (progress.state !== 'telling') return
    const share = Math.floor((progress.done / Math.max(progress.total, 1)) * 100)
    const step = Math.floor(share / tellEveryShare)
    if (step > said) terminal.err(`Telling a year at Brightwater Software … ${share} %${rest(progress)}\n`)
    said = Math.max(said, step)
    await wait(askEveryMs)
  }
}

const whyNot = {
  failed:
    'The example company could not be finished; the server’s log says what went wrong. --again removes it and starts another',
  interrupted:
    'The telling was interrupted, as by a restart of the server; --again removes what there is and starts another',
} as const

function rest({ toldUntil, secondsLeft }: ExampleProgress): string {
  const month = toldUntil === null ? '' : `, ${monthOf(toldUntil)}`
  return `${month}${secondsLeft === null ? '' : `, about ${Math.max(secondsLeft, 1)} s more`}`
}

function monthOf(instant: string): string {
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(instant))
}
