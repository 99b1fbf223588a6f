import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from '@sinew/contract/client.ts'
import { getExampleProgress } from '@sinew/contract/example/example-contract.ts'
import { CliError } from '../cli-error.ts'
import type { Terminal } from '../terminal.ts'

const askEveryMs = 500
const tellEveryShare = 10

/** Waits until an example company's year is told, and says every tenth of it how far it is. */
export async function followStory(client: Client, organizationId: string, terminal: Terminal): Promise<void> {
  let said = -1
  for (;;) {
    const { state, done, total } = await client.call(getExampleProgress, { params: { organizationId } })
    if (state === 'failed') {
      throw new CliError('The example company could not be finished; the server’s log says what went wrong')
    }
    if (state !== 'telling') return
    const share = Math.floor((done / Math.max(total, 1)) * 100)
    const step = Math.floor(share / tellEveryShare)
    if (step > said) terminal.err(`Telling a year at Brightwater Software … ${share} %\n`)
    said = step
    await wait(askEveryMs)
  }
}
