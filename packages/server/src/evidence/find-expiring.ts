import type { ExpiringNeed, listExpiring } from '@sinew/contract/evidence/evidence-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { freshnessOfNeed, validUntilOfNeed } from '../db/evidence-validity.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { worthOfNeed } from '../db/worth-of-need.ts'
import { freshnessFor } from './served-needs.ts'

const worth = worthOfNeed(sql.ref('need.id'))

/** Needs of applicable controls whose newest piece counts fully for at most so many days more. */
export async function findExpiring(
  ctx: Pick<Context, 'db' | 'now' | 'asOf'>,
  query: ParsedQuery<typeof listExpiring>,
): Promise<Page<ExpiringNeed>> {
  const t = (ctx.asOf ?? ctx.now).getTime()
  let needs = needsWithNewest(ctx.db)
    .where('control.applicable', '=', true)
    .where('need.weight', '>', 0)
    .where('evidence.state', '=', 'active')
    .where('evidence.collected_at', '<=', new Date(t))
    .where(validUntilOfNeed, '<=', new Date(t + query.days * dayMs))
  if (query.ownerId) needs = needs.where('control.owner_id', '=', query.ownerId)
  if (query.collected !== undefined) needs = needs.where('need.collector_id', query.collected ? 'is not' : 'is', null)
  if (query.freshness) needs = needs.where(freshnessOfNeed(t), 'in', query.freshness)
  if (query.q) {
    const pattern = containsPattern(query.q)
    needs = needs.where((where) =>
      where.or([
        where('need.title', 'ilike', pattern),
        where('control.title', 'ilike', pattern),
        where('control.ref', 'ilike', pattern),
      ]),
    )
  }
  const sorts = {
    validUntil: validUntilOfNeed,
    control: 'control.sort_key',
    title: 'need.title',
    owner: 'owner.name',
    worth: sql`coalesce(${worth}, 0)`,
  } as const
  return listPage(needs, query, sorts, (row) => toExpiring(row, t), 'need.id')
}

/** Each need with the piece it is judged by. */
function needsWithNewest(db: Context['db']) {
  return db
    .selectFrom('evidence_need as need')
    .innerJoin('control', 'control.id', 'need.control_id')
    .leftJoin('person as owner', 'owner.id', 'control.owner_id')
    .leftJoin('control_state', 'control_state.id', 'control.id')
    .innerJoin(
      (from) =>
        from
          .selectFrom('evidence_serves as serves')
          .innerJoin('evidence as piece', 'piece.id', 'serves.evidence_id')
          .distinctOn('serves.need_id')
          .orderBy('serves.need_id')
          .orderBy('serves.collected_at', 'desc')
          .orderBy('piece.number', 'desc')
          .selectAll('piece')
          .select('serves.need_id')
          .as('evidence'),
      (join) => join.onRef('evidence.need_id', '=', 'need.id'),
    )
    .select([
      'need.id',
      'need.title',
      'need.cadence_days',
      'need.collector_id',
      'control.id as control_id',
      'control.ref',
      'control.title as control_title',
      'control.owner_id',
      'owner.name as owner_name',
      'evidence.id as evidence_id',
      'evidence.number',
      'evidence.title as evidence_title',
      'evidence.collected_at',
      'evidence.valid_until',
      worth.as('worth_minor'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof needsWithNewest>['executeTakeFirstOrThrow']>>

function toExpiring(row: Row, t: number): ExpiringNeed {
  const { state, validUntil } = freshnessFor(row, row.cadence_days, t)
  return {
    needId: row.id,
    title: row.title,
    cadenceDays: row.cadence_days,
    controlId: row.control_id,
    controlRef: row.ref,
    controlTitle: row.control_title,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    collectorId: row.collector_id,
    evidence: { id: row.evidence_id, number: row.number, title: row.evidence_title },
    validUntil: new Date(validUntil ?? t).toISOString(),
    freshness: state,
    worthMinor: row.worth_minor,
  }
}
