import { failingBelowShare } from '@sinew/core/evidence/evidence-weight.ts'
import { usualHorizonDays } from '@sinew/core/work/work-kinds.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { dueFromOfNeed, validUntilOfNeed } from '../db/evidence-validity.ts'
import { worthOfNeed } from '../db/worth-of-need.ts'
import { daysBefore, numbered, workColumns } from './work-columns.ts'

/** What proves controls and what has to be put in place first. */
export function proofWork(db: Reader, at: Date, asOf: Date | null) {
  return [evidence(db, at, asOf), planned(db), obligationReviews(db), unmetObligations(db)]
}

/** The newest piece of each need; in the past by sorting all links, as there is no index there. */
function newestPieces(db: Reader, asOf: Date | null) {
  if (asOf !== null) {
    return db
      .selectFrom('evidence_serves')
      .select(['need_id', 'evidence_id', 'collected_at'])
      .distinctOn('need_id')
      .orderBy('need_id')
      .orderBy('collected_at', 'desc')
      .orderBy('evidence_id', 'desc')
      .as('newest')
  }
  return db
    .selectFrom('evidence_need as each')
    .innerJoinLateral(
      (needs) =>
        needs
          .selectFrom('evidence_serves as serves')
          .select(['serves.need_id', 'serves.evidence_id', 'serves.collected_at'])
          .whereRef('serves.need_id', '=', 'each.id')
          .orderBy('serves.collected_at', 'desc')
          .orderBy('serves.evidence_id', 'desc')
          .limit(1)
          .as('one'),
      (join) => join.onTrue(),
    )
    .select(['one.need_id', 'one.evidence_id', 'one.collected_at'])
    .as('newest')
}

/** When a piece was taken off a need that nothing newer serves: an older piece does not come back by that. */
function removedPieces(db: Reader, asOf: Date | null) {
  let removed = db
    .selectFrom('revision')
    .where('revision.entity', '=', 'evidence_serves')
    .where('revision.operation', '=', 'delete')
  if (asOf !== null) removed = removed.where('revision.at', '<=', asOf)
  return removed
    .select([
      sql<string>`(revision.row ->> 'need_id')::uuid`.as('need_id'),
      sql<Date>`max((revision.row ->> 'collected_at')::timestamptz)`.as('collected_at'),
    ])
    .groupBy(sql`1`)
    .as('removed')
}

const failing = sql<boolean>`(evidence.result = 'fail' or (evidence.result = 'k_of_n' and evidence.expected > 0
  and coalesce(evidence.passed, 0) < ${sql.lit(failingBelowShare)} * evidence.expected))`

const holds = (at: Date) => sql<boolean>`evidence.state = 'active' and evidence.provenance <> 'generated'
  and not (need.nature = 'operation' and evidence.nature = 'design') and evidence.collected_at <= ${at}
  and not (evidence.result = 'k_of_n' and coalesce(evidence.passed, 0) = 0)
  and coalesce(removed.collected_at < evidence.collected_at, true)`

/** Needs of controls that claim something, whose proof fails, is missing, has faded or is about to. */
function evidence(db: Reader, at: Date, asOf: Date | null) {
  const counts = sql<boolean>`(evidence.id is not null and ${holds(at)})`
  const due = sql<Date | null>`case when ${counts} and not ${failing} then ${validUntilOfNeed} end`
  return db
    .selectFrom('evidence_need as need')
    .innerJoin('control', 'control.id', 'need.control_id')
    .leftJoin('control_state', 'control_state.id', 'control.id')
    .leftJoin('collector', 'collector.id', 'need.collector_id')
    .leftJoin(newestPieces(db, asOf), (join) => join.onRef('newest.need_id', '=', 'need.id'))
    .leftJoin('evidence', 'evidence.id', 'newest.evidence_id')
    .leftJoin(removedPieces(db, asOf), (join) => join.onRef('removed.need_id', '=', 'need.id'))
    .where('control.applicable', '=', true)
    .where('control.implementation', 'in', ['partly', 'implemented'])
    .where('need.weight', '>', 0)
    .select(
      workColumns({
        kind: 'evidence',
        entity: 'evidence_need',
        id: 'need.id',
        ref: sql<string>`control.ref`,
        title: sql<string>`need.title`,
        what: sql<string>`case when evidence.id is not null and ${failing} then 'Mend'
          when ${counts} then 'Renew evidence' else 'Attach evidence' end`,
        dueAt: due,
        shownFrom: sql<Date | null>`case when ${counts} and not ${failing} then ${dueFromOfNeed} end`,
        personId: sql<string | null>`coalesce(collector.owner_id, control.owner_id)`,
        worthMinor: sql<number | null>`nullif(${worthOfNeed(sql.ref('need.id'))}, 0)`,
        note: sql<string>`coalesce(collector.name, '')`,
      }),
    )
}

function planned(db: Reader) {
  const due = sql<Date | null>`control.planned_at`
  return db
    .selectFrom('control')
    .leftJoin('control_state', 'control_state.id', 'control.id')
    .where('control.applicable', '=', true)
    .where('control.implementation', '=', 'planned')
    .select(
      workColumns({
        kind: 'control',
        entity: 'control',
        id: 'control.id',
        ref: sql<string>`control.ref`,
        title: sql<string>`control.title`,
        what: 'Put in place',
        dueAt: due,
        shownFrom: daysBefore(due, usualHorizonDays),
        personId: sql<string | null>`control.owner_id`,
        worthMinor: sql<number | null>`nullif(control_state.treated_minor, 0)`,
      }),
    )
}

function obligationReviews(db: Reader) {
  const due = sql<Date | null>`obligation.review_at`
  return db.selectFrom('obligation').select(
    workColumns({
      kind: 'obligation',
      entity: 'obligation',
      id: 'obligation.id',
      ref: numbered('O', 'obligation.number'),
      title: sql<string>`obligation.title`,
      what: 'Review',
      dueAt: due,
      shownFrom: daysBefore(due, usualHorizonDays),
      personId: sql<string | null>`obligation.owner_id`,
    }),
  )
}

/** What the newest review found not met, until another review says that it is. */
function unmetObligations(db: Reader) {
  const newest = db
    .selectFrom('obligation_review')
    .select(['id', 'obligation_id', 'conclusion', 'mend_at', 'title'])
    .distinctOn('obligation_id')
    .orderBy('obligation_id')
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .as('review')
  return db
    .selectFrom('obligation')
    .innerJoin(newest, 'review.obligation_id', 'obligation.id')
    .where('review.conclusion', '!=', 'compliant')
    .select(
      workColumns({
        kind: 'obligation',
        entity: 'obligation',
        id: 'review.id',
        entityId: 'obligation.id',
        ref: numbered('O', 'obligation.number'),
        title: sql<string>`obligation.title`,
        what: 'Meet it',
        dueAt: sql<Date | null>`review.mend_at`,
        shownFrom: null,
        personId: sql<string | null>`obligation.owner_id`,
        note: sql<string>`review.title`,
      }),
    )
}
