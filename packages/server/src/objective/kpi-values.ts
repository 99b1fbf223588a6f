import type { ComputedKpi } from '@sinew/core/objective/kpi-catalogue.ts'
import { sql } from 'kysely'
import { getMethodologyInput } from '../methodology/methodology-store.ts'
import { operationKpiValues } from './operation-kpi-values.ts'
import { all, counted, round, share, type Take, where } from './taken-value.ts'

/** Each figure from what stands in the registers, as of the instant that `db` reads. */
export const kpiValues: Readonly<Record<ComputedKpi, Take>> = {
  risks_above_acceptance: async (db, at) => {
    const accepted = db
      .selectFrom('risk_acceptance as accepted')
      .select('accepted.id')
      .where(sql<boolean>`accepted.risk_id = risk.id`)
      .where('accepted.status', '=', 'valid')
      .where('accepted.expires_at', '>', at)
    const treated = db
      .selectFrom('treatment_action as acting')
      .select('acting.id')
      .where(sql<boolean>`acting.risk_id = risk.id`)
      .where('acting.status', '=', 'open')
      .where('acting.due_at', '>=', at)
    const row = await db
      .selectFrom('risk')
      .leftJoin('risk_state as state', 'state.id', 'risk.id')
      .where('risk.status', '<>', 'closed')
      .where(sql<boolean>`coalesce(state.proven_level, 'unknown') <> 'low'`)
      .where(sql<boolean>`not exists (${accepted})`)
      .where(sql<boolean>`not (coalesce(risk.treatment, 'retain') <> 'retain' and exists (${treated}))`)
      .select(all.as('count'))
      .executeTakeFirstOrThrow()
    return counted(row.count, 'open risks with neither a valid acceptance nor an action in time')
  },
  actions_overdue: async (db, at) => {
    const row = await db
      .selectFrom('treatment_action')
      .where('status', '=', 'open')
      .select([where(sql`due_at < ${at}::timestamptz`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'open actions are overdue', 0)
  },
  risk_reviews_on_time: async (db, at) => {
    const { reviewIntervalDays } = await getMethodologyInput(db)
    const due = sql`coalesce(review_at, estimated_at + make_interval(days => ${reviewIntervalDays}::int))`
    const row = await db
      .selectFrom('risk')
      .where('status', '<>', 'closed')
      .select([where(sql`${due} >= ${at}::timestamptz`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'open risks are within their review date')
  },
  loss_to_appetite: async (db) => {
    const { appetite } = await getMethodologyInput(db)
    const row = await db.selectFrom('portfolio_state').select('proven_minor').executeTakeFirst()
    if (row === undefined || appetite.yearlyLossMinor <= 0) return null
    const value = round((100 * Number(row.proven_minor)) / appetite.yearlyLossMinor)
    return { value, note: 'proven expected loss of a year against the appetite in force' }
  },
  controls_implemented: async (db) => {
    const row = await db
      .selectFrom('control')
      .where('applicable', '=', true)
      .select([where(sql`implementation = 'implemented'`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'applicable controls are implemented')
  },
  controls_fresh: async (db) => {
    const row = await db
      .selectFrom('control')
      .leftJoin('control_state as state', 'state.id', 'control.id')
      .where('control.applicable', '=', true)
      .select([where(sql`state.freshness in ('current', 'due')`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'applicable controls have evidence within its validity')
  },
  assurance_mean: async (db) => {
    const row = await db
      .selectFrom('control')
      .leftJoin('control_state as state', 'state.id', 'control.id')
      .where('control.applicable', '=', true)
      .select([sql<number>`sum(coalesce(state.assurance, 0))`.as('sum'), all.as('whole')])
      .executeTakeFirstOrThrow()
    const whole = Number(row.whole)
    return whole === 0
      ? null
      : { value: round((100 * Number(row.sum)) / whole), note: `mean of ${whole} applicable controls` }
  },
  accepted_risks_expiring: async (db, at) => {
    const row = await db
      .selectFrom('risk_acceptance')
      .where('status', '=', 'valid')
      .where(sql<boolean>`expires_at < ${at}::timestamptz + interval '60 days'`)
      .select(all.as('count'))
      .executeTakeFirstOrThrow()
    return counted(row.count, 'acceptances in force end within 60 days')
  },
  requirements_undecided: async (db) => {
    const row = await db
      .selectFrom('party_requirement')
      .where('is_addressed', '=', 'undecided')
      .select(all.as('count'))
      .executeTakeFirstOrThrow()
    return counted(row.count, 'requirements are not decided on')
  },
  operations_in_control: async (db, at) => {
    const newest = db
      .selectFrom('operating_check as seen')
      .where(sql<boolean>`seen.operating_control_id = operating_control.id`)
      .orderBy('seen.checked_at', 'desc')
      .orderBy('seen.number', 'desc')
      .limit(1)
      .select(
        sql<boolean>`seen.is_met = 'yes' and seen.checked_at + make_interval(days => operating_control.cadence_days) >= ${at}::timestamptz`.as(
          'ok',
        ),
      )
    const row = await db
      .selectFrom('operating_control')
      .select([where(sql`coalesce((${newest}), false)`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'operations meet their criteria by a check in time')
  },
  audit_progress: async (db, at) => {
    const row = await db
      .selectFrom('audit')
      .where('ends_at', '<', at)
      .select([where(sql`reported_at is not null`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'audits whose planned end has passed are reported')
  },
  nonconformities_overdue: async (db, at) => {
    const late = db
      .selectFrom('corrective_action as acting')
      .select('acting.id')
      .where(sql<boolean>`acting.nonconformity_id = nonconformity.id`)
      .where('acting.done_at', 'is', null)
      .where('acting.due_at', '<', at)
    const row = await db
      .selectFrom('nonconformity')
      .where('state', '<>', 'closed')
      .where(
        sql<boolean>`(exists (${late}) or (state not in ('checked', 'closed') and coalesce(check_due_at < ${at}::timestamptz, false)))`,
      )
      .select(all.as('count'))
      .executeTakeFirstOrThrow()
    return counted(row.count, 'open nonconformities have an action or a check past its date')
  },
  nonconformities_reopened: async (db, at) => {
    const row = await db
      .selectFrom('nonconformity')
      .where(sql<boolean>`found_at > ${at}::timestamptz - interval '365 days'`)
      .select([where(sql`reopenings > 0`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'nonconformities of the last year were opened again')
  },
  ...operationKpiValues,
}
