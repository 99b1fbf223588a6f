import { noticeDays } from '@sinew/core/chain/attention.ts'
import { usualHorizonDays } from '@sinew/core/work/work-kinds.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { daysBefore, numbered, workColumns } from './work-columns.ts'

const owner = sql<string | null>`risk.owner_id`
const aboutRisk = { ref: numbered('R', 'risk.number'), title: sql<string>`risk.title`, personId: owner }

/** What risks ask of their owners: to look again, to decide, to accept anew, to finish what was planned. */
export function riskWork(db: Reader) {
  return [reviews(db), estimates(db), decisions(db), expiring(db), reopened(db), actions(db), requests(db)]
}

function reviews(db: Reader) {
  const reviewAt = sql<Date | null>`risk.review_at`
  return db
    .selectFrom('risk')
    .where('risk.status', 'not in', ['closed', 'draft'])
    .select(
      workColumns({
        ...aboutRisk,
        kind: 'risk_review',
        entity: 'risk',
        id: 'risk.id',
        what: 'Review',
        dueAt: reviewAt,
        shownFrom: daysBefore(reviewAt, usualHorizonDays),
      }),
    )
}

function estimates(db: Reader) {
  return db
    .selectFrom('risk')
    .leftJoin('risk_state', 'risk_state.id', 'risk.id')
    .where('risk.status', 'not in', ['closed', 'draft'])
    .where('risk_state.id', 'is', null)
    .where('risk.frequency_low', 'is', null)
    .select(
      workColumns({
        ...aboutRisk,
        kind: 'risk_decision',
        entity: 'risk',
        id: 'risk.id',
        what: 'Estimate',
        dueAt: null,
        shownFrom: null,
      }),
    )
}

function decisions(db: Reader) {
  return db
    .selectFrom('risk')
    .innerJoin('risk_state', 'risk_state.id', 'risk.id')
    .where('risk.status', 'not in', ['closed', 'draft'])
    .where('risk_state.proven_level', '<>', 'low')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('risk_acceptance')
            .select('risk_acceptance.id')
            .whereRef('risk_acceptance.risk_id', '=', 'risk.id')
            .where('risk_acceptance.status', 'in', ['valid', 'reopened']),
        ),
      ),
    )
    .select(
      workColumns({
        ...aboutRisk,
        kind: 'risk_decision',
        entity: 'risk',
        id: 'risk.id',
        what: 'Accept or treat',
        dueAt: null,
        shownFrom: null,
        note: sql<string>`risk_state.proven_level`,
      }),
    )
}

function expiring(db: Reader) {
  const expires = sql<Date>`risk_acceptance.expires_at`
  return db
    .selectFrom('risk_acceptance')
    .innerJoin('risk', 'risk.id', 'risk_acceptance.risk_id')
    .where('risk_acceptance.status', '=', 'valid')
    .where('risk.status', '<>', 'closed')
    .select(
      workColumns({
        ...aboutRisk,
        kind: 'acceptance',
        entity: 'risk_acceptance',
        id: 'risk_acceptance.id',
        what: 'Decide again',
        dueAt: expires,
        shownFrom: daysBefore(expires, noticeDays),
      }),
    )
}

function reopened(db: Reader) {
  return db
    .selectFrom('risk_acceptance')
    .innerJoin('risk', 'risk.id', 'risk_acceptance.risk_id')
    .where('risk_acceptance.status', '=', 'reopened')
    .where('risk.status', '<>', 'closed')
    .select(
      workColumns({
        ...aboutRisk,
        kind: 'acceptance',
        entity: 'risk_acceptance',
        id: 'risk_acceptance.id',
        what: 'Decide again',
        dueAt: sql<Date | null>`risk_acceptance.ended_at`,
        shownFrom: null,
        note: sql<string>`coalesce(risk_acceptance.end_reasons -> 0 ->> 'message', '')`,
      }),
    )
}

function actions(db: Reader) {
  const due = sql<Date>`action.due_at`
  return db
    .selectFrom('treatment_action as action')
    .leftJoin('control_state', 'control_state.id', 'action.control_id')
    .where('action.status', '=', 'open')
    .select(
      workColumns({
        kind: 'action',
        entity: 'treatment_action',
        id: 'action.id',
        ref: numbered('T', 'action.number'),
        title: sql<string>`action.title`,
        what: 'Finish',
        dueAt: due,
        shownFrom: daysBefore(due, noticeDays),
        personId: sql<string | null>`action.owner_id`,
        worthMinor: sql<number | null>`nullif(control_state.treated_minor, 0)`,
      }),
    )
}

/** Estimates that somebody waits for, until one is given after it was asked for. */
function requests(db: Reader) {
  return db
    .selectFrom('estimate_request as request')
    .innerJoin('risk', 'risk.id', 'request.risk_id')
    .leftJoin('risk_estimate', (join) =>
      join
        .onRef('risk_estimate.risk_id', '=', 'request.risk_id')
        .onRef('risk_estimate.person_id', '=', 'request.person_id'),
    )
    .where('risk.status', '<>', 'closed')
    .where((where) =>
      where.or([
        where('risk_estimate.given_at', 'is', null),
        where('risk_estimate.given_at', '<', where.ref('request.asked_at')),
      ]),
    )
    .select(
      workColumns({
        ...aboutRisk,
        kind: 'estimate',
        entity: 'estimate_request',
        id: 'request.id',
        what: 'Give an estimate',
        dueAt: null,
        shownFrom: null,
        personId: sql<string>`request.person_id`,
        note: sql<string>`request.asked_by_name`,
      }),
    )
}
