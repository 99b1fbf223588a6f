import type { EvidenceInput } from '@sinew/core/chain/chain-snapshot.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { toResult } from './evidence-result.ts'

/** `asOf` where `db` reads the past: the ledger itself is asked too, and its queries are not rewritten. */
type Source = { readonly db: Reader; readonly asOf: Date | null }

const evidenceColumns = [
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
] as const

type EvidenceRow = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly nature: string
  readonly provenance: string
  readonly result: string
  readonly passed: number | null
  readonly expected: number | null
  readonly state: string
  readonly collected_at: Date
  readonly valid_until: Date | null
}

/**
 * The newest piece of each need by collection time, whatever its state; of all needs, or of those that are named. A piece that was taken off a need afterwards still
 * counts as its newest, as withdrawn: removal leaves a hole and never brings an older pass back.
 */
export async function loadNewestEvidence(
  source: Source,
  needIds: readonly string[] | null = null,
): Promise<ReadonlyMap<string, EvidenceInput>> {
  if (needIds?.length === 0) return new Map()
  const linked =
    source.asOf === null ? await newestByIndex(source.db, needIds) : await newestBySorting(source.db, needIds)
  const newest = new Map(linked.map((row) => [row.need_id, toEvidence(row)]))
  for (const { needId, evidence } of await loadRemoved(source, needIds)) {
    const current = newest.get(needId)
    if (current === undefined || isNewer(evidence, current)) newest.set(needId, { ...evidence, state: 'withdrawn' })
  }
  return newest
}

function isNewer(a: EvidenceInput, b: EvidenceInput): boolean {
  return a.collectedAt > b.collectedAt || (a.collectedAt === b.collectedAt && a.number > b.number)
}

/** One look-up in the index for each need: the number of pieces does not matter. */
function newestByIndex(db: Reader, needIds: readonly string[] | null) {
  return db
    .selectFrom('evidence_need')
    .$if(needIds !== null, (needs) => needs.where('evidence_need.id', 'in', needIds ?? []))
    .innerJoinLateral(
      (needs) =>
        needs
          .selectFrom('evidence_serves')
          .select('evidence_serves.evidence_id')
          .whereRef('evidence_serves.need_id', '=', 'evidence_need.id')
          .orderBy('evidence_serves.collected_at', 'desc')
          .orderBy('evidence_serves.evidence_id', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .innerJoin('evidence', 'evidence.id', 'newest.evidence_id')
    .select('evidence_need.id as need_id')
    .select(evidenceColumns)
    .execute()
}

/** The past has no such index; there, all links are sorted once, and only the pieces they lead to are read. */
async function newestBySorting(db: Reader, needIds: readonly string[] | null) {
  const links = await db
    .selectFrom('evidence_serves')
    .$if(needIds !== null, (serves) => serves.where('evidence_serves.need_id', 'in', needIds ?? []))
    .distinctOn('need_id')
    .select(['need_id', 'evidence_id'])
    .orderBy('need_id')
    .orderBy('collected_at', 'desc')
    .orderBy('evidence_id', 'desc')
    .execute()
  const pieces = await findPieces(
    db,
    links.map((link) => link.evidence_id),
  )
  return links.flatMap((link) => {
    const piece = pieces.get(link.evidence_id)
    return piece === undefined ? [] : [{ need_id: link.need_id, ...piece }]
  })
}

async function findPieces(db: Reader, evidenceIds: readonly string[]): Promise<ReadonlyMap<string, EvidenceRow>> {
  if (evidenceIds.length === 0) return new Map()
  const ids = [...new Set(evidenceIds)]
  // One parameter: thousands would take longer to send than the rows to find.
  const rows = await db
    .selectFrom('evidence')
    .select(evidenceColumns)
    .where((where) => where('evidence.id', '=', where.fn.any(where.val(ids))))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Pieces that served a need and were taken off it, told by the ledger. */
async function loadRemoved({ db, asOf }: Source, needIds: readonly string[] | null) {
  let links = db
    .selectFrom('revision')
    .select([
      sql<string>`(revision.row ->> 'need_id')::uuid`.as('need_id'),
      sql<string>`(revision.row ->> 'evidence_id')::uuid`.as('evidence_id'),
    ])
    .distinct()
    .where('revision.entity', '=', 'evidence_serves')
    .where('revision.operation', '=', 'delete')
  if (asOf !== null) links = links.where('revision.at', '<=', asOf)
  if (needIds !== null) links = links.where(sql<boolean>`(revision.row ->> 'need_id')::uuid = any(${needIds}::uuid[])`)
  const removed = await links.execute()
  const pieces = await findPieces(
    db,
    removed.map((link) => link.evidence_id),
  )
  if (pieces.size === 0) return []
  const again = await db
    .selectFrom('evidence_serves')
    .select(['need_id', 'evidence_id'])
    .where('evidence_id', 'in', [...pieces.keys()])
    .execute()
  const serving = new Set(again.map((link) => `${link.need_id} ${link.evidence_id}`))
  return removed.flatMap((link) => {
    const piece = pieces.get(link.evidence_id)
    if (piece === undefined || serving.has(`${link.need_id} ${link.evidence_id}`)) return []
    return [{ needId: link.need_id, evidence: toEvidence(piece) }]
  })
}

function toEvidence(row: EvidenceRow): EvidenceInput {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    nature: row.nature as EvidenceInput['nature'],
    provenance: row.provenance as EvidenceInput['provenance'],
    result: toResult(row),
    state: row.state as EvidenceInput['state'],
    collectedAt: row.collected_at.getTime(),
    validUntil: row.valid_until?.getTime() ?? null,
  }
}
