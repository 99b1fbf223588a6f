import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { useForAWhile } from './bench-use.ts'
import { type Measured, toMeasured } from './measure.ts'

const launcher = fileURLToPath(new URL('./start-once.ts', import.meta.url))
const patienceMs = 60_000

export type BenchedStart = {
  readonly start: Measured
  readonly bareNode: Measured
  readonly megabytes: { readonly ready: number; readonly used: number; readonly bareNode: number }
}

/**
 * Starts Sinew on the seeded data folder in processes of its own, as a person would, and stops it again: the time from
 * nothing to ready, and what the process holds then; of the last one also what it holds after it was used.
 */
export async function benchStart(dataFolder: string, runs: number): Promise<BenchedStart> {
  const elapsedMs: number[] = []
  const bareMs: number[] = []
  let megabytes = { ready: 0, used: 0, bareNode: 0 }
  for (let run = -1; run < runs; run += 1) {
    const bare = await timeBareNode()
    const started = await startOnce(dataFolder, run === runs - 1)
    // The first start after the bench's own use of the folder is not a warm one.
    if (run < 0) continue
    bareMs.push(bare.ms)
    elapsedMs.push(started.ms)
    megabytes = { ready: started.ready, used: started.used, bareNode: bare.megabytes }
  }
  return { start: toMeasured('second start, warm', elapsedMs), bareNode: toMeasured('node alone', bareMs), megabytes }
}

async function startOnce(dataFolder: string, isUsed: boolean) {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [launcher, dataFolder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const impatient = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  try {
    const said = toldBy(child)
    const first = await said()
    const ms = performance.now() - startedAt
    if (isUsed) await useForAWhile(first.address)
    child.stdin?.write('\n')
    const after = await said()
    return { ms, ready: first.bytes / 1_048_576, used: after.bytes / 1_048_576 }
  } finally {
    child.stdin?.end()
    await exited
    clearTimeout(impatient)
  }
}

type Told = { readonly address: string; readonly bytes: number }

/** The child's next line each time, or an error when it ended without one. */
function toldBy(child: ChildProcess): () => Promise<Told> {
  const { stdout } = child
  if (stdout === null) throw new Error('Sinew was started without a way to hear it')
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('Sinew ended before it was ready')
    return JSON.parse(value) as Told
  }
}

async function timeBareNode(): Promise<{ readonly ms: number; readonly megabytes: number }> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['-p', 'process.memoryUsage().rss'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  await new Promise((resolve) => child.once('close', resolve))
  return { ms: performance.now() - startedAt, megabytes: Number(said) / 1_048_576 }
}

/** What the embedded server's processes hold together, shared memory counted once; null where /proc does not tell. */
export function postgresMegabytes(dataFolder: string): number | null {
  try {
    const postmaster = readFileSync(`${dataFolder}/postgres/postmaster.pid`, 'utf8').split('\n')[0] ?? ''
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ')
    const kilobytes = [postmaster, ...children].map((pid) => {
      const share = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
      return Number(share ?? 0)
    })
    return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
  } catch {
    return null
  }
}
