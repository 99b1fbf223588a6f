import type {
  CollectorInput,
  ControlInput,
  DecisionInput,
  EvidenceNature,
  NeedInput,
} from '@sinew/core/chain/chain-snapshot.ts'
import { type NeedDefinition, needWeakenings } from '@sinew/core/control/need-rules.ts'
import { sql } from 'kysely'
import type { SnapshotSource } from './load-snapshot.ts'

type Recorded = {
  readonly seq: number
  readonly entity: string
  readonly entity_id: string
  readonly operation: string
  readonly at: Date
  readonly actor_name: string
  readonly reason: string
  readonly row: Record<string, unknown>
  readonly before: Record<string, unknown> | null
}

/**
 * Decisions since the last approved Statement of Applicability that leave a control out or make it easier to prove, and still
 * do: read from the ledger, which no such change can avoid.
 */
export async function loadDecisions(
  source: SnapshotSource,
  controls: readonly ControlInput[],
  collectors: readonly CollectorInput[],
): Promise<readonly DecisionInput[]> {
  const recorded = await loadRecorded(source, await lastApproval(source))
  const controlById = new Map(controls.map((control) => [control.id, control]))
  return recorded.flatMap((change) => {
    if (change.entity === 'control') return exclusion(change, controlById.get(change.entity_id))
    if (change.entity === 'evidence_need') {
      return weakening(change, controlById.get(String(change.row.control_id)))
    }
    const collector = collectors.find((one) => one.id === change.entity_id)
    return collector === undefined ? [] : retirement(change, collector, controls)
  })
}

async function lastApproval({ db }: SnapshotSource): Promise<Date | null> {
  const row = await db
    .selectFrom('soa_version')
    .select('decided_at')
    .where('status', '=', 'approved')
    .executeTakeFirst()
  return row?.decided_at ?? null
}

async function loadRecorded({ db, asOf }: SnapshotSource, since: Date | null): Promise<readonly Recorded[]> {
  const changes = db
    .selectFrom('revision')
    .select(['seq', 'entity', 'entity_id', 'operation', 'at', 'actor_name', 'reason', 'row'])
    .select(sql<unknown>`lag("row") over (partition by entity, entity_id order by seq)`.as('before'))
    .where('entity', 'in', ['control', 'evidence_need', 'collector'])
  let decisions = db
    .selectFrom(changes.as('change'))
    .selectAll()
    .where(
      sql<boolean>`case change.entity
        when 'control' then (change.before -> 'applicable')::boolean and not (change.row -> 'applicable')::boolean
        when 'collector' then (change.before -> 'active')::boolean and not (change.row -> 'active')::boolean
        else change.operation = 'delete' or (change.before -> 'cadence_days', change.before -> 'weight', change.before -> 'nature')
          <> (change.row -> 'cadence_days', change.row -> 'weight', change.row -> 'nature') end`,
    )
    .orderBy('change.seq')
  if (since !== null) decisions = decisions.where('change.at', '>', since)
  if (asOf !== null) decisions = decisions.where('change.at', '<=', asOf)
  // `row` and `before` are ledger rows: objects by the column's name.
  return (await decisions.execute()) as unknown as readonly Recorded[]
}

function exclusion(change: Recorded, control: ControlInput | undefined): readonly DecisionInput[] {
  if (control === undefined || control.applicable) return []
  return [decision(change, 'control_excluded', control, `${control.ref} ${control.title} excluded`)]
}

function weakening(change: Recorded, control: ControlInput | undefined): readonly DecisionInput[] {
  if (control === undefined) return []
  const before = definitionOf(change.before ?? change.row)
  const name = `Need “${before.title}” of ${control.ref}`
  if (change.operation === 'delete') return [decision(change, 'need_removed', control, `${name} removed`)]
  const now = control.needs.find((need: NeedInput) => need.id === change.entity_id)
  // Taken back since, or removed, which is a decision of its own.
  if (now === undefined || needWeakenings(before, now).length === 0) return []
  const ways = needWeakenings(before, definitionOf(change.row))
  return ways.length === 0 ? [] : [decision(change, 'need_weakened', control, `${name}: ${ways.join(', ')}`)]
}

function retirement(
  change: Recorded,
  collector: CollectorInput,
  controls: readonly ControlInput[],
): readonly DecisionInput[] {
  if (collector.active) return []
  return controls
    .filter((control) => control.needs.some((need) => need.collectorId === collector.id))
    .map((control) => decision(change, 'collector_retired', control, `Collector ${collector.name} switched off`))
}

function decision(change: Recorded, kind: DecisionInput['kind'], control: ControlInput, what: string): DecisionInput {
  return {
    id: `${change.seq}-${control.id}`,
    kind,
    controlId: control.id,
    at: change.at.getTime(),
    actorName: change.actor_name,
    reason: change.reason,
    sentence: `${what} by ${change.actor_name}${change.reason === '' ? '' : ` (${change.reason})`}`,
  }
}

function definitionOf(row: Record<string, unknown>): NeedDefinition {
  return {
    title: String(row.title),
    cadenceDays: Number(row.cadence_days),
    weight: Number(row.weight),
    nature: row.nature as EvidenceNature,
  }
}
