import type { Need } from '@sinew/contract/control/need-contract.ts'
import type { EvidenceInput, NeedInput } from '@sinew/core/chain/chain-snapshot.ts'
import { type NeedStanding, standNeed } from '@sinew/core/evidence/need-standing.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import type { Context, Writer } from '../context.ts'
import { loadNewestEvidence } from '../db/newest-evidence.ts'
import { worthOfNeed } from '../db/worth-of-need.ts'
import { notFound } from '../errors.ts'

/** A need as core judges it, and what the page shows beside. */
export type NeedRecord = {
  readonly input: NeedInput
  readonly version: number
  readonly controlId: string
  readonly collectorName: string | null
  readonly evidenceCount: number
  readonly worthMinor: number | null
}

export async function findNeeds(
  source: Pick<Context, 'db' | 'asOf'>,
  controlId: string,
): Promise<readonly NeedRecord[]> {
  const rows = await source.db
    .selectFrom('evidence_need')
    .leftJoin('collector', 'collector.id', 'evidence_need.collector_id')
    .leftJoin('control_state', 'control_state.id', 'evidence_need.control_id')
    .where('evidence_need.control_id', '=', controlId)
    .selectAll('evidence_need')
    .select((select) => [
      'collector.name as collector_name',
      worthOfNeed(sql.ref('evidence_need.id')).as('worth_minor'),
      select
        .selectFrom('evidence_serves')
        .whereRef('evidence_serves.need_id', '=', 'evidence_need.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('evidence_count'),
    ])
    .orderBy('evidence_need.position')
    .orderBy('evidence_need.id')
    .execute()
  const newest = await loadNewestEvidence(
    source,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    input: {
      id: row.id,
      title: row.title,
      cadenceDays: row.cadence_days,
      weight: row.weight,
      nature: row.nature as NeedInput['nature'],
      collectorId: row.collector_id,
      newest: newest.get(row.id) ?? null,
    },
    version: row.version,
    controlId: row.control_id,
    collectorName: row.collector_name,
    evidenceCount: row.evidence_count ?? 0,
    worthMinor: row.worth_minor,
  }))
}

export async function getNeed(ctx: Context, controlId: string, needId: string): Promise<Need> {
  const need = (await findNeeds(ctx, controlId)).find((one) => one.input.id === needId)
  if (!need) throw notFound('evidence need')
  return toNeed(need, standNeed(need.input, ctx.now.getTime()))
}

export function toNeed({ input, ...more }: NeedRecord, standing: NeedStanding): Need {
  const { newest, ...definition } = input
  return { ...definition, ...more, newest: newest === null ? null : toNewest(newest), standing: toStanding(standing) }
}

function toNewest(newest: EvidenceInput): Need['newest'] {
  return {
    ...newest,
    collectedAt: new Date(newest.collectedAt).toISOString(),
    validUntil: toIso(newest.validUntil),
  }
}

function toStanding(standing: NeedStanding): Need['standing'] {
  const { share, proof, reason, freshness, result, provenance, counts } = standing
  return {
    share,
    proof,
    reason,
    freshness: freshness.state,
    freshnessFactor: freshness.factor,
    result,
    provenance,
    counts,
    validUntil: toIso(freshness.validUntil),
    lateDays: freshness.lateMs / dayMs,
  }
}

function toIso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

/** Locks a need of this control, so that what is decided about it holds when it is written. */
export async function lockNeed(tx: Writer, controlId: string, needId: string) {
  const row = await tx
    .selectFrom('evidence_need')
    .selectAll()
    .where('id', '=', needId)
    .where('control_id', '=', controlId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('evidence need')
  return row
}
