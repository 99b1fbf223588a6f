import type { AssetInput, CollectorInput, ObligationInput, PersonInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { Reader } from '../context.ts'
import { inGroups } from './in-groups.ts'

export async function loadObligations(db: Reader): Promise<readonly ObligationInput[]> {
  const links = await db
    .selectFrom('obligation_control')
    .select(['obligation_id', 'control_id'])
    .orderBy('obligation_id')
    .orderBy('control_id')
    .execute()
  const controls = inGroups(
    links,
    (link) => link.obligation_id,
    (link) => link.control_id,
  )
  const rows = await db.selectFrom('obligation').select(['id', 'number', 'title', 'kind']).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    kind: row.kind as ObligationInput['kind'],
    controlIds: controls.get(row.id) ?? [],
  }))
}

export async function loadAssets(db: Reader): Promise<readonly AssetInput[]> {
  const rows = await db.selectFrom('asset').select(['id', 'title', 'kind', 'in_scope']).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind as AssetInput['kind'],
    inScope: row.in_scope,
  }))
}

export async function loadPeople(db: Reader): Promise<readonly PersonInput[]> {
  const rows = await db.selectFrom('person').select(['id', 'name', 'user_id', 'active']).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, userId: row.user_id, active: row.active }))
}

export async function loadCollectors(db: Reader): Promise<readonly CollectorInput[]> {
  const rows = await db
    .selectFrom('collector')
    .select(['id', 'name', 'cadence_days', 'active', 'last_report_at'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    cadenceDays: row.cadence_days,
    active: row.active,
    lastReportAt: row.last_report_at?.getTime() ?? null,
  }))
}
