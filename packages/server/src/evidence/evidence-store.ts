import type { EvidenceListItem, listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { AccessLimits } from '@sinew/core/access/access-limits.ts'
import { type ExpressionBuilder, type ExpressionWrapper, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Context, Reader, Writer } from '../context.ts'
import type { Database } from '../db/database.ts'
import { evidenceMeets, readableDays } from '../db/evidence-in-period.ts'
import { toResult } from '../db/evidence-result.ts'
import { dueFromOfNeed, validUntilOfNeed } from '../db/evidence-validity.ts'
import { containsPattern, listWidePage, type Page, type PageQuery } from '../db/list-page.ts'
import { present } from '../db/time-travel.ts'
import { notFound } from '../errors.ts'
import { findServedNeeds, type ServedNeed, worstFreshness } from './served-needs.ts'

export function evidenceWithNames(db: Reader) {
  return db
    .selectFrom('evidence')
    .leftJoin('collector', 'collector.id', 'evidence.collector_id')
    .leftJoin('file', 'file.id', 'evidence.file_id')
    .selectAll('evidence')
    .select(['collector.name as collector_name', 'file.name as file_name'])
}

export type EvidenceRow = Awaited<ReturnType<ReturnType<typeof evidenceWithNames>['executeTakeFirstOrThrow']>>

type Where = ExpressionBuilder<Database, 'evidence'>

/** The first instant at which a piece stops counting fully for a need it serves, or starts to be due; null without needs. */
function overNeeds(where: Where, instant: typeof validUntilOfNeed) {
  return where
    .selectFrom('evidence_serves as serves')
    .innerJoin('evidence_need as need', 'need.id', 'serves.need_id')
    .whereRef('serves.evidence_id', '=', 'evidence.id')
    .select(sql<Date>`min(${instant})`.as('first'))
}

type Query = Omit<ParsedQuery<typeof listEvidence>, 'page' | 'pageSize' | 'number'> & { readonly number?: number }

function filterEvidence(db: Reader, query: Query, t: Date, limits: AccessLimits) {
  const conditions: ((where: Where) => ExpressionWrapper<Database, 'evidence', SqlBool>)[] = []
  const add = (condition: (typeof conditions)[number]) => void conditions.push(condition)
  const serves = (where: Where) =>
    where.selectFrom('evidence_serves as serves').whereRef('serves.evidence_id', '=', 'evidence.id').select('serves.id')
  const { q, controlId, needId } = query
  if (q) add((where) => where.or([where('evidence.title', 'ilike', containsPattern(q)), isNumber(where, q)]))
  if (needId) add((where) => where.exists(serves(where).where('serves.need_id', '=', needId)))
  if (controlId) {
    add((where) =>
      where.exists(
        serves(where)
          .innerJoin('evidence_need as need', 'need.id', 'serves.need_id')
          .where('need.control_id', '=', controlId),
      ),
    )
  }
  if (query.freshness) {
    const wanted = query.freshness
    add((where) => where.or(wanted.map((state) => inState(where, state, t))))
  }
  let evidence = evidenceWithNames(db)
  const days = readableDays(limits)
  if (days !== null) evidence = evidence.where(evidenceMeets(days))
  for (const condition of conditions) evidence = evidence.where((where) => condition(where as unknown as Where))
  if (query.collectorId) evidence = evidence.where('evidence.collector_id', '=', query.collectorId)
  if (query.ingestRunId) evidence = evidence.where('evidence.ingest_run_id', '=', query.ingestRunId)
  if (query.provenance) evidence = evidence.where('evidence.provenance', 'in', query.provenance)
  if (query.result) evidence = evidence.where('evidence.result', 'in', query.result)
  if (query.state) evidence = evidence.where('evidence.state', 'in', query.state)
  if (query.review) evidence = evidence.where('evidence.review_result', 'in', query.review)
  if (query.collectedFrom) evidence = evidence.where('evidence.collected_at', '>=', new Date(query.collectedFrom))
  if (query.collectedTo) evidence = evidence.where('evidence.collected_at', '<=', new Date(query.collectedTo))
  if (query.number) evidence = evidence.where('evidence.number', '=', query.number)
  if (query.inbox === true) {
    evidence = evidence
      .where('evidence.review_result', '=', 'pending')
      .where('evidence.state', '=', 'active')
      .where('evidence.provenance', '!=', 'observed')
  }
  return evidence
}

function isNumber(where: Where, q: string) {
  const number = /^(?:E-)?(\d{1,9})$/i.exec(q)?.[1]
  return where('evidence.number', '=', number === undefined ? -1 : Number(number))
}

function inState(where: Where, state: EvidenceListItem['freshness'], t: Date) {
  const until = () => overNeeds(where, validUntilOfNeed)
  const dueFrom = () => overNeeds(where, dueFromOfNeed)
  // A piece dated ahead of the instant that is asked for proves nothing yet.
  const there = where('evidence.collected_at', '<=', t)
  switch (state) {
    case 'missing':
      return where.or([where(until(), 'is', null), where('evidence.collected_at', '>', t)])
    case 'stale':
      return where.and([there, where(until(), '<', t)])
    case 'due':
      return where.and([there, where(until(), '>=', t), where(dueFrom(), '<=', t)])
    case 'current':
      return where.and([there, where(dueFrom(), '>', t)])
  }
}

/** Filters and sort keys over what a trigger keeps from changing after a piece is in. */
const settledFilters: readonly string[] = ['provenance', 'result', 'collectedFrom', 'collectedTo', 'number']
const settledSorts: readonly string[] = ['collectedAt', 'number', 'createdAt']

/**
 * A piece is never deleted, and what it proves never changes: where nothing else is asked about, the pieces of a past instant
 * are those of today that were in by then.
 */
function asIndexed(ctx: Pick<Context, 'db' | 'asOf' | 'limits'>, query: Query & PageQuery) {
  if (ctx.asOf === null || !settledSorts.includes(query.sort.replace(/^-/, ''))) return undefined
  const { page: _, pageSize: __, sort: ___, ...filters } = query
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')
  if (asked.some(([name]) => name !== 'asOf' && !settledFilters.includes(name))) return undefined
  return filterEvidence(present(ctx.db), query, ctx.asOf, ctx.limits).where('evidence.created_at', '<=', ctx.asOf)
}

export async function findEvidence(
  ctx: Pick<Context, 'db' | 'now' | 'asOf' | 'limits'>,
  query: Query & PageQuery,
): Promise<Page<EvidenceListItem>> {
  const t = ctx.asOf ?? ctx.now
  const choosing = asIndexed(ctx, query)
  const page = await listWidePage(
    filterEvidence(ctx.db, query, t, ctx.limits),
    query,
    {
      collectedAt: 'evidence.collected_at',
      number: 'evidence.number',
      title: 'evidence.title',
      countsUntil: overNeeds(expressionBuilder<Database, 'evidence'>(), validUntilOfNeed),
      createdAt: 'evidence.created_at',
    },
    (row) => row,
    {
      id: 'evidence.id',
      tieBreaker: 'evidence.number',
      readsAll: ctx.asOf !== null && choosing === undefined,
      choosing,
    },
  )
  const served = await findServedNeeds(
    ctx.db,
    page.items.map((row) => row.id),
  )
  const byPiece = Map.groupBy(served, (need) => need.evidence_id)
  return { ...page, items: page.items.map((row) => toListItem(row, byPiece.get(row.id) ?? [], t.getTime())) }
}

function toListItem(row: EvidenceRow, served: readonly ServedNeed[], t: number): EvidenceListItem {
  const controls = new Map(served.map((need) => [need.control_id, need.ref]))
  return {
    ...toShared(row),
    collectorName: row.collector_name,
    fileName: row.file_name,
    ...worstFreshness(row, served, t),
    controls: [...controls].map(([id, ref]) => ({ id, ref })),
    needIds: served.map((need) => need.need_id),
  }
}

/** What the list and the page of a piece both say of it. */
export function toShared(row: EvidenceRow) {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    title: row.title,
    kind: row.kind as EvidenceListItem['kind'],
    nature: row.nature as EvidenceListItem['nature'],
    provenance: row.provenance as EvidenceListItem['provenance'],
    result: toResult(row),
    collectedAt: row.collected_at.toISOString(),
    validUntil: row.valid_until?.toISOString() ?? null,
    state: row.state as EvidenceListItem['state'],
    reviewResult: row.review_result as EvidenceListItem['reviewResult'],
    submittedByName: row.submitted_by_name,
    collectorId: row.collector_id,
    createdAt: row.created_at.toISOString(),
  }
}

export async function lockEvidence(tx: Writer, evidenceId: string) {
  const row = await tx.selectFrom('evidence').selectAll().where('id', '=', evidenceId).forUpdate().executeTakeFirst()
  if (!row) throw notFound('piece of evidence')
  return row
}
