import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Measured, toMeasured } from './measure.ts'

const launcher = fileURLToPath(new URL('./start-once.ts', import.meta.url))

export type BenchedStart = { readonly start: Measured; readonly bareNode: Measured; readonly megabytes: number }

/**
 * Starts Sinew on the seeded data folder in processes of its own, as a person would, and stops it again: the time from
 * nothing to ready, and what the process holds then.
 */
export async function benchStart(dataFolder: string): Promise<BenchedStart> {
  const elapsedMs: number[] = []
  const bareMs: number[] = []
  let megabytes = 0
  for (let run = -1; run < 5; run += 1) {
    const bare = await timeBareNode()
    const { ms, residentMegabytes } = await startOnce(dataFolder)
    // The first start after the bench's own use of the folder is not a warm one.
    if (run < 0) continue
    bareMs.push(bare)
    elapsedMs.push(ms)
    megabytes = residentMegabytes
  }
  return { start: toMeasured('second start, warm', elapsedMs), bareNode: toMeasured('node alone', bareMs), megabytes }
}

async function startOnce(dataFolder: string): Promise<{ readonly ms: number; readonly residentMegabytes: number }> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [launcher, dataFolder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = await firstOutput(child)
  const ms = performance.now() - startedAt
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.stdin?.end()
  await exited
  return { ms, residentMegabytes: Number(said) / 1_048_576 }
}

function firstOutput(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (text) => resolve(String(text)))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Sinew ended with ${code} before it was ready`)))
  })
}

async function timeBareNode(): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' })
  await new Promise((resolve) => child.once('exit', resolve))
  return performance.now() - startedAt
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
