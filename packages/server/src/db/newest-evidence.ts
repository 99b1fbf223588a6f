import type { EvidenceInput, EvidenceResult } from '@sinew/core/chain/chain-snapshot.ts'
import type { Reader } from '../context.ts'

type ResultRow = { readonly result: string; readonly passed: number | null; readonly expected: number | null }

/** What a piece says, from the three columns that the database keeps consistent with each other. */
export function toResult({ result, passed, expected }: ResultRow): EvidenceResult {
  if (result === 'k_of_n') return { kind: 'k_of_n', passed: passed ?? 0, expected: expected ?? 0 }
  return { kind: result === 'pass' ? 'pass' : 'fail' }
}

/** The three columns again. */
export function fromResult(result: EvidenceResult): ResultRow {
  if (result.kind === 'k_of_n') return { result: 'k_of_n', passed: result.passed, expected: result.expected }
  return { result: result.kind, passed: null, expected: null }
}

/**
 * The piece each need is judged by: the newest by collection time, then by number, whatever its state. A withdrawn or
 * rejected piece is delivered too, so that it leaves a hole and never uncovers an older pass.
 */
export async function findNewestEvidence(
  db: Reader,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, EvidenceInput>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('evidence_serves as serves')
    .innerJoin('evidence', 'evidence.id', 'serves.evidence_id')
    .where('serves.need_id', 'in', needIds)
    .distinctOn('serves.need_id')
    .orderBy('serves.need_id')
    .orderBy('serves.collected_at', 'desc')
    .orderBy('evidence.number', 'desc')
    .select([
      'serves.need_id',
      'evidence.id',
      'evidence.number',
      'evidence.title',
      'evidence.nature',
      'evidence.provenance',
      'evidence.result',
      'evidence.passed',
      'evidence.expected',
      'evidence.state',
      'evidence.collected_at',
      'evidence.valid_until',
    ])
    .execute()
  return new Map(
    rows.map((row) => [
      row.need_id,
      {
        id: row.id,
        number: row.number,
        title: row.title,
        nature: row.nature as EvidenceInput['nature'],
        provenance: row.provenance as EvidenceInput['provenance'],
        result: toResult(row),
        state: row.state as EvidenceInput['state'],
        collectedAt: row.collected_at.getTime(),
        validUntil: row.valid_until?.getTime() ?? null,
      },
    ]),
  )
}
