import type { Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import type { EvidenceInput } from '@sinew/core/chain/chain-snapshot.ts'
import { type Freshness, freshnessOf } from '@sinew/core/evidence/freshness.ts'
import type { Reader } from '../context.ts'

/** The needs that pieces serve, with their controls. */
export async function findServedNeeds(db: Reader, evidenceIds: readonly string[]) {
  if (evidenceIds.length === 0) return []
  return db
    .selectFrom('evidence_serves as serves')
    .innerJoin('evidence_need as need', 'need.id', 'serves.need_id')
    .innerJoin('control', 'control.id', 'need.control_id')
    .where('serves.evidence_id', 'in', evidenceIds)
    .select([
      'serves.evidence_id',
      'need.id as need_id',
      'need.title',
      'need.cadence_days',
      'need.nature',
      'control.id as control_id',
      'control.ref',
      'control.sort_key',
      'control.title as control_title',
      'control.owner_id',
    ])
    .orderBy('control.sort_key')
    .orderBy('need.position')
    .orderBy('need.id')
    .execute()
}

export type ServedNeed = Awaited<ReturnType<typeof findServedNeeds>>[number]

type Piece = { readonly collected_at: Date; readonly valid_until: Date | null }

/** How fresh a piece is for a need, by core's rule; what else is true of the piece does not matter to it. */
export function freshnessFor(piece: Piece, cadenceDays: number, t: number): Freshness {
  const evidence: EvidenceInput = {
    id: '',
    number: 0,
    title: '',
    nature: 'operation',
    provenance: 'observed',
    result: { kind: 'pass' },
    state: 'active',
    collectedAt: piece.collected_at.getTime(),
    validUntil: piece.valid_until?.getTime() ?? null,
  }
  return freshnessOf(evidence, cadenceDays, t)
}

const worstFirst = ['missing', 'stale', 'due', 'current'] as const

/** The worst freshness over the needs a piece serves, and the first instant at which one of them loses it. */
export function worstFreshness(piece: Piece, served: readonly ServedNeed[], t: number) {
  const all = served.map((need) => freshnessFor(piece, need.cadence_days, t))
  const ends = all.flatMap((freshness) => (freshness.validUntil === null ? [] : [freshness.validUntil]))
  return {
    freshness: worstFirst.find((state) => all.some((freshness) => freshness.state === state)) ?? ('missing' as const),
    countsUntil: ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString(),
  }
}

export function toServedNeed(need: ServedNeed, piece: Piece, isNewest: boolean, t: number): Evidence['needs'][number] {
  const freshness = freshnessFor(piece, need.cadence_days, t)
  return {
    needId: need.need_id,
    title: need.title,
    cadenceDays: need.cadence_days,
    nature: need.nature as 'design' | 'operation',
    controlId: need.control_id,
    controlRef: need.ref,
    controlTitle: need.control_title,
    controlOwnerId: need.owner_id,
    freshness: freshness.state,
    validUntil: freshness.validUntil === null ? null : new Date(freshness.validUntil).toISOString(),
    isNewest,
  }
}
