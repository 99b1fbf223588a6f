import { changeApprovalRefusals } from '@sinew/core/change/change-rules.ts'
import type { operatingCheckRegister, operatingControlRegister } from '@sinew/core/change/operation-registers.ts'
import type { plannedChangeRegister } from '@sinew/core/change/planned-change-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import type { Context, Reader, Writer } from '../context.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { countOthersWhoMay } from './count-others-who-may.ts'

export const plannedChangeRules: RegisterRules<typeof plannedChangeRegister> = {
  searched: ['purpose', 'effect'],
  computed: {
    isOverdue: (_, at) =>
      sql`record.status in ('proposed', 'approved') and coalesce(record.planned_at < ${at}::timestamptz, false)`,
  },
  changed: async (ctx, tx, after, before) => {
    if (before !== null) return
    await tx.updateTable('planned_change').set({ proposer_user: ctx.actor.id }).where('id', '=', after.id).execute()
  },
  guard: async (ctx, tx, change, { to }) => {
    if (to !== 'approved') return []
    const proposedByActor = await isProposer(ctx, tx, change.id)
    return changeApprovalRefusals(change, {
      proposedByActor,
      otherApprovers: proposedByActor ? await countOthersWhoMay(ctx, tx, 'change:manage') : 0,
    })
  },
  moved: async (ctx, tx, change, { to }) => {
    if (to !== 'approved' || !(await isProposer(ctx, tx, change.id))) return
    await tx.updateTable('planned_change').set({ approved_alone: true }).where('id', '=', change.id).execute()
  },
}

async function isProposer(ctx: Context, tx: Writer, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('planned_change')
    .select('proposer_user')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.proposer_user === ctx.actor.id
}

/** The newest check of an operation. */
function newestCheck(db: Reader) {
  return db
    .selectFrom('operating_check as seen')
    .where(sql<boolean>`seen.operating_control_id = record.id`)
    .orderBy('seen.checked_at', 'desc')
    .orderBy('seen.number', 'desc')
    .limit(1)
}

const lastChecked = (db: Reader) => newestCheck(db).select('seen.checked_at')
const cadence = sql`make_interval(days => record.cadence_days)`

export const operationRules: RegisterRules<typeof operatingControlRegister> = {
  searched: ['provider', 'scope'],
  computed: {
    lastCheckedAt: (db) => sql`(${lastChecked(db)})`,
    nextCheckAt: (db) => sql`(${lastChecked(db)}) + ${cadence}`,
    standing: (db, at) =>
      sql`coalesce((${newestCheck(db).select(
        sql`case when seen.checked_at + ${cadence} < ${at}::timestamptz then 'late' when seen.is_met = 'yes' then 'met' else 'not_met' end`.as(
          'standing',
        ),
      )}), 'never')`,
  },
  keep: async (_, tx, { id }) => {
    const check = await tx
      .selectFrom('operating_check')
      .select('id')
      .where('operating_control_id', '=', id)
      .executeTakeFirst()
    return check === undefined
      ? []
      : refuse('has_checks', 'It was checked, and records are kept: it cannot be removed.')
  },
}

export const checkRules: RegisterRules<typeof operatingCheckRegister> = {
  check: async (ctx, _, { checkedAt, isMet, note }) => {
    if (isDayAhead(checkedAt, ctx.now.getTime()))
      return refuse('checked_later', 'A check is recorded after it was made: the time lies ahead.')
    return isMet === 'no' && note === ''
      ? refuse('no_note', 'Criteria that are not met: say what was found and what follows.')
      : []
  },
}
