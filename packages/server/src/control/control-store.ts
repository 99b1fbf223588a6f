import type { ControlListItem, listControls } from '@sinew/contract/control/control-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { ControlInput } from '@sinew/core/chain/chain-snapshot.ts'
import { annualCost } from '@sinew/core/control/annual-cost.ts'
import { implementedShare } from '@sinew/core/control/implemented-share.ts'
import { sql } from 'kysely'
import type { Context, Reader, Writer } from '../context.ts'
import { toCost } from '../db/control-cost.ts'
import { containsPattern, listWidePage, type Page, type PageQuery } from '../db/list-page.ts'
import { notFound } from '../errors.ts'
import { refsWithAttributes } from './refs-with-attributes.ts'

/** Controls with what was last derived of them and how much rests on each. */
function controlsWithState(db: Reader) {
  return (
    db
      .selectFrom('control')
      .leftJoin('person as owner', 'owner.id', 'control.owner_id')
      .leftJoin('control_state as state', 'state.id', 'control.id')
      .selectAll('control')
      // Counted once for all controls: in the past, where no index serves a look-up, each count by itself would read everything.
      .leftJoin(
        (select) =>
          select
            .selectFrom('evidence_need')
            .groupBy('evidence_need.control_id')
            .select((count) => ['evidence_need.control_id', count.fn.countAll<number>().as('n')])
            .as('needs'),
        (join) => join.onRef('needs.control_id', '=', 'control.id'),
      )
      .leftJoin(
        (select) =>
          select
            .selectFrom('risk_control')
            .groupBy('risk_control.control_id')
            .select((count) => [
              'risk_control.control_id',
              count.fn.count<number>('risk_control.risk_id').distinct().as('n'),
            ])
            .as('risks'),
        (join) => join.onRef('risks.control_id', '=', 'control.id'),
      )
      .leftJoin(
        (select) =>
          select
            .selectFrom('obligation_control')
            .groupBy('obligation_control.control_id')
            .select((count) => ['obligation_control.control_id', count.fn.countAll<number>().as('n')])
            .as('obligations'),
        (join) => join.onRef('obligations.control_id', '=', 'control.id'),
      )
      .select([
        'owner.name as owner_name',
        'state.assurance',
        'state.proof',
        'state.freshness',
        'state.next_due_at',
        'state.gap_minor',
        'state.worth_claimed_minor',
        'state.worth_proven_minor',
        'needs.n as need_count',
        'risks.n as risk_count',
        'obligations.n as obligation_count',
      ])
  )
}

export type ControlRow = Awaited<ReturnType<ReturnType<typeof controlsWithState>['executeTakeFirstOrThrow']>>

/** A control nobody has derived yet is what core says of one without evidence: nothing is proven. */
export function toListItem(row: ControlRow): ControlListItem {
  const { applicable } = row
  const implementation = row.implementation as ControlInput['implementation']
  const partlyShare = row.partly_share
  const cost = toCost(row)
  const aYear = annualCost(cost)
  return {
    id: row.id,
    version: row.version,
    ref: row.ref,
    source: row.source as ControlListItem['source'],
    title: row.title,
    theme: row.theme as ControlListItem['theme'],
    purpose: row.purpose,
    implementation,
    partlyShare,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    plannedAt: row.planned_at?.toISOString() ?? null,
    applicable,
    claimedShare: implementedShare({ applicable, implementation, partlyShare }),
    assurance: row.assurance ?? 0,
    proof: (row.proof as ControlListItem['proof'] | null) ?? (applicable ? 'unproven' : 'excluded'),
    freshness: (row.freshness as ControlListItem['freshness'] | null) ?? 'missing',
    nextDueAt: row.next_due_at?.toISOString() ?? null,
    gapMinor: row.gap_minor ?? 0,
    worthClaimedMinor: row.worth_claimed_minor ?? 0,
    worthProvenMinor: row.worth_proven_minor ?? 0,
    ...cost,
    annualCostMinor: aYear === null ? null : Math.round(aYear),
    needCount: row.need_count ?? 0,
    riskCount: row.risk_count ?? 0,
    obligationCount: row.obligation_count ?? 0,
    updatedAt: row.updated_at.toISOString(),
  }
}

const currentProof = sql<string>`coalesce(state.proof, case when control.applicable then 'unproven' else 'excluded' end)`
const currentFreshness = sql<string>`coalesce(state.freshness, 'missing')`

type Filters = Omit<ParsedQuery<typeof listControls>, 'page' | 'pageSize' | 'ref'> & { readonly ref?: string }

/** Filters as asked, for the list and for its export. */
export function filterControls(db: Reader, query: Filters) {
  let controls = controlsWithState(db)
  if (query.q) {
    const pattern = containsPattern(query.q)
    controls = controls.where((where) =>
      where.or([
        where('control.ref', 'ilike', pattern),
        where('control.title', 'ilike', pattern),
        where('control.description', 'ilike', pattern),
      ]),
    )
  }
  if (query.theme) controls = controls.where('control.theme', 'in', query.theme)
  if (query.implementation) controls = controls.where('control.implementation', 'in', query.implementation)
  if (query.proof) controls = controls.where(currentProof, 'in', query.proof)
  if (query.freshness) controls = controls.where(currentFreshness, 'in', query.freshness)
  if (query.ownerId) controls = controls.where('control.owner_id', '=', query.ownerId)
  if (query.applicable !== undefined) controls = controls.where('control.applicable', '=', query.applicable)
  if (query.ref) controls = controls.where('control.ref', '=', query.ref)
  if (query.source) controls = controls.where('control.source', 'in', query.source)
  const refs = refsWithAttributes(query)
  if (refs !== null) controls = controls.where('control.ref', '=', sql<string>`any(${refs}::text[])`)
  return controls
}

// The same as core's `annualCost`, so that a page is sorted where it is cut.
const annualCostMinor = sql<number | null>`case when control.capex_minor is null then control.opex_minor
  else control.capex_minor / control.lifetime_years + coalesce(control.opex_minor, 0) end`
const worthMinor = sql<number>`coalesce(state.worth_proven_minor, 0)`

const rank = (values: readonly string[], value: ReturnType<typeof sql<string>>) =>
  sql<number>`array_position(array[${sql.join(values.map((one) => sql.lit(one)))}], ${value})`

export const controlSorts = {
  ref: 'control.sort_key',
  title: 'control.title',
  implementation: rank(['not_started', 'planned', 'partly', 'implemented'], sql<string>`control.implementation`),
  assurance: sql<number>`coalesce(state.assurance, 0)`,
  proof: rank(['failing', 'unproven', 'stale', 'proven', 'excluded'], currentProof),
  owner: 'owner.name',
  gap: sql<number>`coalesce(state.gap_minor, 0)`,
  nextDueAt: 'state.next_due_at',
  cost: annualCostMinor,
  worth: worthMinor,
  // What a euro of it brings; what costs nothing, or what nobody knows, has no such figure.
  return: sql<number | null>`${worthMinor} / nullif(${annualCostMinor}, 0)`,
} as const

export function findControls(
  { db, asOf }: Pick<Context, 'db' | 'asOf'>,
  query: Filters & PageQuery,
): Promise<Page<ControlListItem>> {
  return listWidePage(filterControls(db, query), query, controlSorts, toListItem, {
    id: 'control.id',
    tieBreaker: 'control.sort_key',
    readsAll: asOf !== null,
  })
}

export async function getControlRow(db: Reader, controlId: string): Promise<ControlRow> {
  const row = await controlsWithState(db).where('control.id', '=', controlId).executeTakeFirst()
  if (!row) throw notFound('control')
  return row
}

/** Locks the row until the transaction ends, so that its version cannot change between the check and the update. */
export async function lockControl(tx: Writer, controlId: string) {
  const row = await tx
    .selectFrom('control')
    .select(['id', 'version', 'ref', 'source', 'capex_minor', 'lifetime_years', 'opex_minor'])
    .where('id', '=', controlId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('control')
  return row
}
