import type { EvidenceResult } from '@sinew/core/chain/chain-snapshot.ts'

type ResultColumns = { readonly result: string; readonly passed: number | null; readonly expected: number | null }

/** What a piece says, from the three columns that the database keeps consistent with each other. */
export function toResult({ result, passed, expected }: ResultColumns): EvidenceResult {
  if (result === 'k_of_n') return { kind: 'k_of_n', passed: passed ?? 0, expected: expected ?? 0 }
  return { kind: result === 'pass' ? 'pass' : 'fail' }
}

/** The three columns again. */
export function fromResult(result: EvidenceResult): ResultColumns {
  if (result.kind === 'k_of_n') return { result: 'k_of_n', passed: result.passed, expected: result.expected }
  return { result: result.kind, passed: null, expected: null }
}
