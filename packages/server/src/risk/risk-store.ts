import type { Risk, RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { RiskState } from '@sinew/contract/risk/risk-fields.ts'
import { findAcceptances } from '../acceptance/acceptance-store.ts'
import type { Reader, Writer } from '../context.ts'
import { notFound } from '../errors.ts'
import { findActions } from '../treatment/action-store.ts'
import { findControlLinks } from '../treatment/control-link-store.ts'
import {
  isAboveAppetite,
  isReviewOverdue,
  type RegisterSetting,
  registerSetting,
  reviewDueAt,
} from './register-setting.ts'
import { findRiskRelations, noRelations, type RiskRelations } from './risk-relations.ts'

/** Risks with owner and derived state; the columns that a setting decides are part of the query, so that lists filter by them. */
export function risksWithState(db: Reader, setting: RegisterSetting) {
  return db
    .selectFrom('risk')
    .leftJoin('person as owner', 'owner.id', 'risk.owner_id')
    .leftJoin('risk_state', 'risk_state.id', 'risk.id')
    .selectAll('risk')
    .select([
      'owner.name as owner_name',
      'owner.user_id as owner_user_id',
      'owner.active as owner_active',
      'risk_state.inherent_minor',
      'risk_state.claimed_minor',
      'risk_state.proven_minor',
      'risk_state.target_minor',
      'risk_state.gap_minor',
      'risk_state.inherent_level',
      'risk_state.claimed_level',
      'risk_state.proven_level',
      'risk_state.target_level',
      'risk_state.bands',
      'risk_state.appetite_ratio',
      'risk_state.updated_at as derived_at',
      isAboveAppetite(setting).as('above_appetite'),
      reviewDueAt(setting).as('review_due_at'),
      isReviewOverdue(setting).as('review_overdue'),
    ])
}

export type RiskRow = Awaited<ReturnType<ReturnType<typeof risksWithState>['executeTakeFirstOrThrow']>>

export function toRisk(row: RiskRow, relations: RiskRelations, setting: RegisterSetting): Risk {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    title: row.title,
    source: row.source,
    event: row.event,
    consequence: row.consequence,
    category: row.category,
    properties: row.properties as Risk['properties'],
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    status: row.status as Risk['status'],
    treatment: row.treatment as Risk['treatment'],
    treatmentRationale: row.treatment_rationale,
    reviewAt: row.review_at?.toISOString() ?? null,
    ...estimateOf(row),
    outdatedMethodology:
      row.status !== 'closed' &&
      row.assessed_methodology !== null &&
      row.assessed_methodology !== setting.methodologyVersion,
    threatId: row.threat_id,
    closedReason: row.closed_reason,
    state: toState(row),
    aboveAppetite: row.above_appetite,
    reviewDueAt: row.review_due_at?.toISOString() ?? null,
    reviewOverdue: row.review_overdue,
    ...relations,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

function estimateOf(row: RiskRow) {
  return {
    frequency:
      row.frequency_low === null || row.frequency_high === null
        ? null
        : { low: row.frequency_low, high: row.frequency_high },
    lossMinor:
      row.loss_low_minor === null || row.loss_high_minor === null
        ? null
        : { low: row.loss_low_minor, high: row.loss_high_minor },
    lossCapMinor: row.loss_cap_minor,
    // Written by our own use-cases, which check it.
    frequencyShape: row.frequency_shape as Risk['frequencyShape'],
    lossShape: row.loss_shape as Risk['lossShape'],
    secondaryLosses: row.secondary_losses as Risk['secondaryLosses'],
    containedSaved: row.contained_saved,
    estimateNote: row.estimate_note,
    estimateBasis: row.estimate_basis,
    estimatedAt: row.estimated_at?.toISOString() ?? null,
    assessedBy: row.assessed_by,
    assessedByName: row.assessed_by_name,
    assessedMethodology: row.assessed_methodology,
  }
}

// The left join has all of its columns or none; the first not-null column of the table stands for them.
function toState(row: RiskRow): RiskState | null {
  if (row.inherent_minor === null) return null
  return {
    inherentMinor: row.inherent_minor,
    claimedMinor: row.claimed_minor ?? 0,
    provenMinor: row.proven_minor ?? 0,
    targetMinor: row.target_minor ?? 0,
    gapMinor: row.gap_minor ?? 0,
    inherentLevel: row.inherent_level as RiskState['inherentLevel'],
    claimedLevel: row.claimed_level as RiskState['claimedLevel'],
    provenLevel: row.proven_level as RiskState['provenLevel'],
    targetLevel: row.target_level as RiskState['targetLevel'],
    bands: row.bands as RiskState['bands'],
    appetiteRatio: row.appetite_ratio ?? 0,
    derivedAt: (row.derived_at ?? row.updated_at).toISOString(),
  }
}

export async function getRisk(db: Reader, riskId: string, at: Date): Promise<RiskDetail> {
  const setting = await registerSetting(db, at)
  const row = await risksWithState(db, setting).where('risk.id', '=', riskId).executeTakeFirst()
  if (!row) throw notFound('risk')
  const relations = await findRiskRelations(db, [riskId], at)
  const actions = await findActions(db, { page: 1, pageSize: 200, sort: 'dueAt', riskId }, at)
  return {
    ...toRisk(row, relations.get(riskId) ?? noRelations, setting),
    ownerUserId: row.owner_user_id,
    ownerActive: row.owner_active ?? false,
    controls: await findControlLinks(db, riskId),
    assets: await findAssetsOf(db, riskId),
    actions: actions.items,
    acceptances: await findAcceptances(db, riskId),
  }
}

function findAssetsOf(db: Reader, riskId: string): Promise<RiskDetail['assets']> {
  return db
    .selectFrom('risk_asset')
    .innerJoin('asset', 'asset.id', 'risk_asset.asset_id')
    .where('risk_asset.risk_id', '=', riskId)
    .orderBy('asset.number')
    .select(['asset.id', 'asset.number', 'asset.title', 'asset.kind'])
    .execute()
}

/** Locks the row until the transaction ends, so that its version cannot change between the check and the update. */
export async function lockRisk(tx: Writer, riskId: string) {
  const row = await tx.selectFrom('risk').selectAll().where('id', '=', riskId).forUpdate().executeTakeFirst()
  if (!row) throw notFound('risk')
  return row
}

/** Throws where an empty list would look like a risk without rows. */
export async function assertRiskExists(db: Reader, riskId: string): Promise<void> {
  const row = await db.selectFrom('risk').where('id', '=', riskId).select('id').executeTakeFirst()
  if (!row) throw notFound('risk')
}
