import type { OutputOf } from '@sinew/contract/client.ts'
import type { getMyWork as route } from '@sinew/contract/work/work-contract.ts'
import { personRef } from '@sinew/core/explanation/people-ref.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { soonDays } from '@sinew/core/work/work-day.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { idsOf, meOf } from './whose-work.ts'
import { asked, workRows, workToday } from './work-store.ts'

/** How much of the reader's own work is due, by how pressing it is. */
export async function getMyWork(ctx: Context): Promise<OutputOf<typeof route>> {
  const me = await meOf(ctx)
  const today = await workToday(ctx)
  const tomorrow = new Date(today.getTime() + dayMs)
  const later = new Date(tomorrow.getTime() + soonDays * dayMs)
  const rows = await asked(ctx, { whose: 'mine' }, today)
  const count = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) filter (where ${condition})::int`
  const counts = await rows
    .clearSelect()
    .select([
      count(sql<boolean>`work.due_at < ${today}`).as('overdue'),
      count(sql<boolean>`work.due_at >= ${today} and work.due_at < ${tomorrow}`).as('today'),
      count(sql<boolean>`work.due_at >= ${tomorrow} and work.due_at < ${later}`).as('soon'),
      count(sql<boolean>`work.due_at >= ${later}`).as('later'),
      count(sql<boolean>`work.due_at is null`).as('undated'),
    ])
    .executeTakeFirstOrThrow()
  const kinds = await ctx.db
    .selectFrom(await workRows(ctx))
    .select('work.kind')
    .distinct()
    .orderBy('work.kind')
    .execute()
  const team = await teamOf(ctx, today)
  return {
    team,
    hasUnit: (me?.unit_id ?? null) !== null,
    kinds: kinds.map(({ kind }) => kind),
    person: me === undefined ? null : { id: me.id, ref: personRef(me.number), name: me.name },
    counts,
  }
}

async function teamOf(ctx: Context, today: Date) {
  const people = (await idsOf(ctx, 'team')).length
  if (people === 0) return null
  const rows = await asked(ctx, { whose: 'team' }, today)
  const counts = await rows
    .clearSelect()
    .select([
      sql<number>`count(*)::int`.as('due'),
      sql<number>`(count(*) filter (where work.due_at < ${today}))::int`.as('overdue'),
    ])
    .executeTakeFirstOrThrow()
  return { people, ...counts }
}
