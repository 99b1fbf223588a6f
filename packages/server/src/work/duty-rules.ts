import { type Cadence, cadenceMonths } from '@sinew/core/work/cadence.ts'
import type { dutyDoneRegister, dutyRegister } from '@sinew/core/work/duty-register.ts'
import { refuseDoneAhead } from '@sinew/core/work/duty-rules.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'
import type { RegisterRules } from '../register/register-rules.ts'

const intervals = Object.entries(cadenceMonths) as readonly (readonly [Cadence, number])[]

/** One cadence as an interval, by the same table as in core; a test holds the two together. */
const cadence: RawBuilder<unknown> = sql`case record.every ${sql.join(
  intervals.map(
    ([every, months]) =>
      sql`when ${sql.lit(every)} then ${sql.lit(months === 0 ? '7 days' : `${months} months`)}::interval`,
  ),
  sql` `,
)} end`

const lastDone = (db: Reader) =>
  db
    .selectFrom('duty_done')
    .select(({ fn }) => fn.max('duty_done.done_at').as('at'))
    .where('duty_done.duty_id', '=', sql<string>`record.id`)

/** One cadence later, counted in UTC as days are kept. */
const later = (at: RawBuilder<unknown>) => sql<Date>`((${at} at time zone 'UTC') + ${cadence}) at time zone 'UTC'`

export const dutyRules: RegisterRules<typeof dutyRegister> = {
  searched: ['done_when', 'clause'],
  computed: {
    lastDoneAt: (db) => sql`(${lastDone(db)})`,
    nextDueAt: (db) =>
      sql`coalesce(${later(sql`(${lastDone(db)})`)}, record.first_due_at, ${later(sql`record.created_at`)})`,
    timesDone: (db) =>
      sql`(${db
        .selectFrom('duty_done')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('duty_done.duty_id', '=', sql<string>`record.id`)})`,
  },
}

export const dutyDoneRules: RegisterRules<typeof dutyDoneRegister> = {
  check: async (ctx, _tx, { doneAt }) => refuseDoneAhead(Date.parse(doneAt), ctx.now.getTime()),
}
