import { type Transferable, Worker } from 'node:worker_threads'
import type { Observation } from '@sinew/core/ingest/observation.ts'
import { ReportProblem } from './report-problem.ts'
import type { WorkerMessage } from './report-worker.ts'

export type ReadLimits = { readonly timeMs: number; readonly memoryMb: number }

export const readLimits: ReadLimits = { timeMs: 120_000, memoryMb: 512 }

/** Reports are read two at a time; whoever comes third waits, and holds no memory meanwhile. */
const places = { free: 2, waiting: [] as (() => void)[] }

/**
 * Reads a report in a thread of its own: what a hostile file can use up is time and memory that were set aside for it.
 * @throws ReportProblem when the report cannot be read whole within the limits.
 */
export async function readInWorker(
  content: ReadableStream<Uint8Array>,
  format: string,
  limits: ReadLimits = readLimits,
): Promise<readonly Observation[]> {
  if (places.free === 0) await new Promise<void>((resolve) => places.waiting.push(resolve))
  else places.free -= 1
  try {
    return await read(content, format, limits)
  } finally {
    const next = places.waiting.shift()
    if (next === undefined) places.free += 1
    else next()
  }
}

async function read(content: ReadableStream<Uint8Array>, format: string, limits: ReadLimits) {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), {
    workerData: { format },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    // Warnings of the runtime are not the report's.
    stderr: true,
  })
  const observations: Observation[] = []
  let timer: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => {
        const seconds = Math.round(limits.timeMs / 1_000)
        reject(new ReportProblem('file', `Reading it takes longer than ${seconds} seconds. Split the report.`))
      }, limits.timeMs)
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'observations') observations.push(...message.observations)
        else if (message.kind === 'done') resolve()
        else reject(new ReportProblem(message.place, message.message))
      })
      worker.on('error', (error) => reject(isOutOfMemory(error) ? tooLarge(limits) : error))
      worker.on('exit', () => reject(new Error('The reader of reports ended before it was done.')))
      // Node transfers a stream; the DOM's types and Node's differ in how they name its chunks.
      worker.postMessage(content, [content as unknown as Transferable])
    })
    return observations
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function tooLarge(limits: ReadLimits): ReportProblem {
  return new ReportProblem('file', `Reading it takes more than ${limits.memoryMb} MB of memory. Split the report.`)
}
