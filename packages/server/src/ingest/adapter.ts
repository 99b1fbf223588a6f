import type { Observation } from '@sinew/core/ingest/observation.ts'

/**
 * Reads one kind of report. Adapters run in a worker with limited time and memory, see nothing but the bytes, and know
 * nothing of organisations, controls or evidence: whatever the tool, what comes out is the same record.
 */
export type Adapter = {
  /** Name for `?format=` and for people who ask what is read: `prowler-ocsf`. */
  readonly format: string
  /** What it reads, in words: for the sentence that says a file is of no known kind. */
  readonly title: string
  /** By content alone: the first characters of the file, decoded. */
  readonly recognises: (head: string) => boolean
  /** For files that nearly are what this adapter reads: how to get one that is. */
  readonly hint?: (head: string) => string | null
  /** @throws ReportProblem at the first record that cannot be read: a report is taken whole or not at all. */
  readonly read: (content: ReadableStream<Uint8Array>) => AsyncIterable<Observation>
}
