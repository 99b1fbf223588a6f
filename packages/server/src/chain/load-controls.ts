import type { ControlInput, Implementation, NeedInput, WrittenReason } from '@sinew/core/chain/chain-snapshot.ts'
import { annualCost } from '@sinew/core/control/annual-cost.ts'
import { toCost } from '../db/control-cost.ts'
import { loadNewestEvidence } from '../db/newest-evidence.ts'
import { inGroups } from './in-groups.ts'
import type { SnapshotSource } from './load-snapshot.ts'

/** All controls in the order of the register, each with its needs and the newest piece of evidence of each need. */
export async function loadControls(source: SnapshotSource): Promise<readonly ControlInput[]> {
  const needs = await loadNeeds(source)
  const rows = await source.db
    .selectFrom('control')
    .select(['id', 'ref', 'title', 'description', 'source', 'implementation', 'partly_share', 'owner_id', 'planned_at'])
    .select(['applicable', 'exclusion_justification', 'written_reasons'])
    .select(['capex_minor', 'lifetime_years', 'opex_minor'])
    .orderBy('sort_key')
    .orderBy('ref')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ref: row.ref,
    title: row.title,
    description: row.description,
    source: row.source as ControlInput['source'],
    implementation: row.implementation as Implementation,
    partlyShare: row.partly_share,
    ownerId: row.owner_id,
    plannedAt: row.planned_at?.getTime() ?? null,
    applicable: row.applicable,
    exclusionJustification: row.exclusion_justification,
    writtenReasons: row.written_reasons as readonly WrittenReason[],
    needs: needs.get(row.id) ?? [],
    annualCostMinor: annualCost(toCost(row)),
  }))
}

async function loadNeeds(source: SnapshotSource): Promise<ReadonlyMap<string, readonly NeedInput[]>> {
  const newest = await loadNewestEvidence(source)
  const rows = await source.db
    .selectFrom('evidence_need')
    .select(['id', 'control_id', 'title', 'cadence_days', 'weight', 'nature', 'collector_id'])
    .orderBy('control_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return inGroups(
    rows,
    (row) => row.control_id,
    (row) => ({
      id: row.id,
      title: row.title,
      cadenceDays: row.cadence_days,
      weight: row.weight,
      nature: row.nature as NeedInput['nature'],
      collectorId: row.collector_id,
      newest: newest.get(row.id) ?? null,
    }),
  )
}
