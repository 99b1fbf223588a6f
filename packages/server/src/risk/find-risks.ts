import type { exportRisks, listRisks, Risk } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { type ReferenceExpression, type SelectQueryBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'
import { containsPattern, listPage, listWidePage, type Page, wholeList } from '../db/list-page.ts'
import {
  isAboveAppetite,
  isReviewOverdue,
  type RegisterSetting,
  registerSetting,
  reviewDueAt,
} from './register-setting.ts'
import { findRiskRelations, noRelations } from './risk-relations.ts'
import { type RiskRow, risksWithState, toRisk } from './risk-store.ts'

type Filters = Omit<ParsedQuery<typeof exportRisks>, 'format' | 'sort'> & { readonly number?: number | undefined }

export async function findRisks(db: Reader, query: ParsedQuery<typeof listRisks>, at: Date): Promise<Page<Risk>> {
  const setting = await registerSetting(db, at)
  const page = await listWidePage(
    filteredRisks(db, query, setting),
    query,
    sortColumns(setting),
    (row) => row,
    // Few enough to be counted as they are sorted.
    { id: 'risk.id', tieBreaker: 'risk.id', readsAll: true },
  )
  return { ...page, items: await withRelations(db, page.items, setting) }
}

/** The whole register, for an export. */
export async function findAllRisks(db: Reader, query: Filters & { readonly sort: string }, at: Date): Promise<Risk[]> {
  const setting = await registerSetting(db, at)
  const page = await listPage(
    filteredRisks(db, query, setting),
    { ...wholeList, sort: query.sort },
    sortColumns(setting),
    (row) => row,
    'risk.id',
  )
  return withRelations(db, page.items, setting)
}

/** Those of the ids that exist, as a list shows them, by number. */
export async function findRisksById(db: Reader, riskIds: readonly string[], at: Date): Promise<Risk[]> {
  const setting = await registerSetting(db, at)
  const rows = await risksWithState(db, setting).where('risk.id', 'in', riskIds).orderBy('risk.number').execute()
  return withRelations(db, rows, setting)
}

async function withRelations(db: Reader, rows: readonly RiskRow[], setting: RegisterSetting): Promise<Risk[]> {
  const relations = await findRiskRelations(
    db,
    rows.map((row) => row.id),
    setting.at,
  )
  return rows.map((row) => toRisk(row, relations.get(row.id) ?? noRelations, setting))
}

type Risks = ReturnType<typeof risksWithState>

function filteredRisks(db: Reader, filters: Filters, setting: RegisterSetting): Risks {
  let risks = risksWithState(db, setting)
  if (filters.number) risks = risks.where('risk.number', '=', filters.number)
  if (filters.q) risks = risks.where(matchesText(filters.q))
  if (filters.status) risks = risks.where('risk.status', 'in', filters.status)
  if (filters.ownerId) risks = risks.where('risk.owner_id', '=', filters.ownerId)
  if (filters.category) risks = risks.where('risk.category', '=', filters.category)
  if (filters.treatment) risks = risks.where('risk.treatment', '=', filters.treatment)
  if (filters.aboveAppetite !== undefined)
    risks = risks.where(sql<boolean>`${isAboveAppetite(setting)} = ${filters.aboveAppetite}`)
  if (filters.reviewOverdue !== undefined)
    risks = risks.where(sql<boolean>`${isReviewOverdue(setting)} = ${filters.reviewOverdue}`)
  return filterByPlace(filterByLinks(risks, filters), filters)
}

/** By number (`R-12`, `12`) or by a part of what the risk says. */
function matchesText(text: string) {
  const pattern = containsPattern(text)
  const number = /^(?:R-)?(\d{1,9})$/i.exec(text)?.[1]
  return sql<boolean>`(risk.title ilike ${pattern} or risk.event ilike ${pattern} or risk.source ilike ${pattern}
    or risk.consequence ilike ${pattern} or risk.number = ${number === undefined ? null : Number(number)}::int)`
}

function filterByLinks(risks: Risks, filters: Filters): Risks {
  const { controlId, assetId } = filters
  let filtered = risks
  if (controlId) {
    filtered = filtered.where('risk.id', 'in', (select) =>
      select.selectFrom('risk_control').where('risk_control.control_id', '=', controlId).select('risk_control.risk_id'),
    )
  }
  if (assetId) {
    filtered = filtered.where('risk.id', 'in', (select) =>
      select.selectFrom('risk_asset').where('risk_asset.asset_id', '=', assetId).select('risk_asset.risk_id'),
    )
  }
  return filtered
}

/** Where it lies on the scales, in the state that is asked about. */
function filterByPlace(risks: Risks, filters: Filters): Risks {
  const { state, level, likelihoodBand, consequenceBand } = filters
  let filtered = risks
  if (level) filtered = filtered.where(`risk_state.${state}_level`, 'in', level)
  if (likelihoodBand !== undefined) {
    filtered = filtered.where(
      sql<boolean>`(risk_state.bands -> ${state}::text ->> 'likelihood')::int = ${likelihoodBand}`,
    )
  }
  if (consequenceBand !== undefined) {
    filtered = filtered.where(
      sql<boolean>`(risk_state.bands -> ${state}::text ->> 'consequence')::int = ${consequenceBand}`,
    )
  }
  return filtered
}

function sortColumns(setting: RegisterSetting): Readonly<Record<string, RiskColumn>> {
  return {
    number: 'risk.number',
    title: 'risk.title',
    category: 'risk.category',
    status: sql`array_position(array['draft', 'assessed', 'treated', 'accepted', 'closed'], risk.status)`,
    owner: 'owner.name',
    level: sql`array_position(array['low', 'medium', 'high', 'critical'], risk_state.proven_level)`,
    inherent: 'risk_state.inherent_minor',
    claimed: 'risk_state.claimed_minor',
    proven: 'risk_state.proven_minor',
    target: 'risk_state.target_minor',
    gap: 'risk_state.gap_minor',
    reviewAt: reviewDueAt(setting),
    updatedAt: 'risk.updated_at',
  }
}

type RiskColumn = Risks extends SelectQueryBuilder<infer DB, infer TB, unknown> ? ReferenceExpression<DB, TB> : never
