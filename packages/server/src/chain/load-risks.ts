import type { AcceptanceInput, ControlLink, RiskInput, TreatmentActionInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { Reader } from '../context.ts'
import { inGroups } from './in-groups.ts'
import { toControlLinkInput, toRiskInput } from './risk-shapes.ts'

export async function loadRisks(db: Reader): Promise<readonly RiskInput[]> {
  const links = await loadLinks(db)
  const assets = await loadRiskAssets(db)
  const rows = await db
    .selectFrom('risk')
    .select(['id', 'number', 'title', 'category', 'status', 'owner_id', 'assessed_by', 'treatment'])
    .select(['frequency_low', 'frequency_high', 'loss_low_minor', 'loss_high_minor', 'loss_cap_minor'])
    .select(['frequency_shape', 'loss_shape', 'secondary_losses', 'contained_saved'])
    .orderBy('id')
    .execute()
  return rows.map((row) => toRiskInput(row, links.get(row.id) ?? [], assets.get(row.id) ?? []))
}

async function loadLinks(db: Reader): Promise<ReadonlyMap<string, readonly ControlLink[]>> {
  const rows = await db
    .selectFrom('risk_control')
    .select(['risk_id', 'control_id', 'effect', 'reduction_low', 'reduction_high', 'coverage'])
    .orderBy('risk_id')
    .orderBy('control_id')
    .orderBy('effect')
    .execute()
  return inGroups(rows, (row) => row.risk_id, toControlLinkInput)
}

async function loadRiskAssets(db: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('risk_asset')
    .select(['risk_id', 'asset_id'])
    .orderBy('risk_id')
    .orderBy('asset_id')
    .execute()
  return inGroups(
    rows,
    (row) => row.risk_id,
    (row) => row.asset_id,
  )
}

export async function loadAcceptances(db: Reader): Promise<readonly AcceptanceInput[]> {
  const rows = await db
    .selectFrom('risk_acceptance')
    .select(['id', 'risk_id', 'status', 'accepted_at', 'accepted_by_person_id', 'expires_at', 'pinned'])
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const pinned = row.pinned as AcceptanceInput['pinned']
    return {
      id: row.id,
      riskId: row.risk_id,
      status: row.status as AcceptanceInput['status'],
      acceptedAt: row.accepted_at.getTime(),
      acceptedByPersonId: row.accepted_by_person_id,
      expiresAt: row.expires_at.getTime(),
      pinned: {
        provenLossMinor: pinned.provenLossMinor,
        level: pinned.level,
        methodologyVersion: pinned.methodologyVersion,
        ownerId: pinned.ownerId,
      },
    }
  })
}

/** A cancelled action plans nothing any more and was not done either: it is left out. */
export async function loadActions(db: Reader): Promise<readonly TreatmentActionInput[]> {
  const rows = await db
    .selectFrom('treatment_action')
    .select(['id', 'number', 'risk_id', 'control_id', 'title', 'owner_id', 'due_at', 'done_at', 'cost_minor'])
    .where('status', '<>', 'cancelled')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    riskId: row.risk_id,
    controlId: row.control_id,
    title: row.title,
    ownerId: row.owner_id,
    dueAt: row.due_at.getTime(),
    doneAt: row.done_at?.getTime() ?? null,
    costMinor: row.cost_minor,
  }))
}
