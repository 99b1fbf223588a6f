import type { Adapter } from './adapter.ts'
import { decodeHead } from './decode-text.ts'
import { knownAdapters } from './known-adapters.ts'
import { ReportProblem } from './report-problem.ts'

/** The adapter for a file: the one asked for, or the first that recognises the content. Names decide nothing. */
export function chooseAdapter(bytes: Uint8Array, format: string): Adapter {
  const head = decodeHead(bytes)
  const adapter = knownAdapters.find((one) => (format === 'auto' ? one.recognises(head) : one.format === format))
  if (adapter !== undefined) return adapter
  const hint = knownAdapters.map((one) => one.hint?.(head) ?? null).find((one) => one !== null)
  const known = knownAdapters.map((one) => one.title).join('; ')
  throw new ReportProblem('file', hint ?? `This is no report that can be read here. What can: ${known}.`)
}
