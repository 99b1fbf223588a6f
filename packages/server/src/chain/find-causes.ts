import type { SourceEntity } from '@sinew/core/explanation/explanation.ts'
import type { ChangeCause } from '@sinew/core/movement/movement.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/** The table of each object that a derived number can come from. */
const objectTables: Readonly<Record<string, SourceEntity>> = {
  asset: 'asset',
  collector: 'collector',
  control: 'control',
  evidence: 'evidence',
  evidence_need: 'need',
  insurance_policy: 'insurance_policy',
  methodology: 'methodology',
  obligation: 'obligation',
  person: 'person',
  risk: 'risk',
  risk_acceptance: 'acceptance',
  treatment_action: 'action',
}

/** Rows that belong to other objects: a change of one is told for each of them, by the column that names it. */
const linkTables: Readonly<Record<string, readonly (readonly [SourceEntity, string])[]>> = {
  evidence_need: [['control', 'control_id']],
  evidence_serves: [
    ['evidence', 'evidence_id'],
    ['need', 'need_id'],
  ],
  ingest_run: [['collector', 'collector_id']],
  insurance_policy_risk: [['insurance_policy', 'policy_id']],
  obligation_control: [
    ['obligation', 'obligation_id'],
    ['control', 'control_id'],
  ],
  risk_acceptance: [['risk', 'risk_id']],
  risk_asset: [
    ['risk', 'risk_id'],
    ['asset', 'asset_id'],
  ],
  risk_control: [
    ['risk', 'risk_id'],
    ['control', 'control_id'],
  ],
}

/** What the requests changed, from the ledger: who did it, when and why, object by object. */
export async function findCauses(db: Reader, requestIds: readonly string[]): Promise<readonly ChangeCause[]> {
  if (requestIds.length === 0) return []
  const tables = [...new Set([...Object.keys(objectTables), ...Object.keys(linkTables)])]
  const rows = await db
    .selectFrom('revision')
    .select(['entity', 'entity_id', 'operation', 'actor_name', 'at', 'reason', 'row'])
    .where(sql<boolean>`revision.request_id = any (${requestIds}::uuid[])`)
    .where('entity', 'in', tables)
    .orderBy('seq')
    .execute()
  const told = rows.map((row) => ({
    entity: row.entity,
    id: row.entity_id,
    row: row.row as Record<string, unknown>,
    operation: row.operation as ChangeCause['operation'],
    actorName: row.actor_name,
    at: row.at.getTime(),
    reason: row.reason === '' ? null : row.reason,
  }))
  // Links first: where an object and a link of it changed at one time, the object's own change is the one to tell.
  return [
    ...told.flatMap(({ entity, id: _, row, ...change }) =>
      (linkTables[entity] ?? []).map(([of, column]): ChangeCause => {
        return { ...change, entity: of, id: String(row[column]), operation: 'update' }
      }),
    ),
    ...told.flatMap(({ entity, row: _, ...change }): readonly ChangeCause[] => {
      const own = objectTables[entity]
      return own === undefined ? [] : [{ ...change, entity: own }]
    }),
  ]
}
