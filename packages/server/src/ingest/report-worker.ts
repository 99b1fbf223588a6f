import { parentPort, workerData } from 'node:worker_threads'
import type { Observation } from '@sinew/core/ingest/observation.ts'
import { knownAdapters } from './known-adapters.ts'
import { ReportProblem } from './report-problem.ts'

/** What the worker says: observations as they are read, then that it is done or why it stopped. */
export type WorkerMessage =
  | { readonly kind: 'observations'; readonly observations: readonly Observation[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'problem'; readonly place: string; readonly message: string }

const batchSize = 2_000
const mostObservations = 1_000_000

async function readReport(format: string, content: ReadableStream<Uint8Array>): Promise<void> {
  const say = (message: WorkerMessage) => parentPort?.postMessage(message)
  const adapter = knownAdapters.find((one) => one.format === format)
  if (adapter === undefined) throw new Error(`There is no adapter ${format}.`)
  try {
    let batch: Observation[] = []
    let count = 0
    for await (const observation of adapter.read(content)) {
      count += 1
      if (count > mostObservations) {
        throw new ReportProblem('file', `More than ${mostObservations} observations: split the report by account.`)
      }
      batch.push(observation)
      if (batch.length < batchSize) continue
      say({ kind: 'observations', observations: batch })
      batch = []
    }
    say({ kind: 'observations', observations: batch })
    say({ kind: 'done' })
  } catch (error) {
    if (!(error instanceof ReportProblem)) throw error
    say({ kind: 'problem', place: error.place, message: error.message })
  }
}

parentPort?.once('message', (content: ReadableStream<Uint8Array>) => {
  void readReport((workerData as { readonly format: string }).format, content)
})
