import type { OutputOf } from '@sinew/contract/client.ts'
import type { getMyWork as route } from '@sinew/contract/work/work-contract.ts'
import { personRef } from '@sinew/core/explanation/people-ref.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { soonDays } from '@sinew/core/work/work-day.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { idsOf, isMine, meOf } from './whose-work.ts'
import { workRows, workToday } from './work-store.ts'

/** How much of the reader's own work is due, by how pressing it is, and of their team's: everything due is gone through once. */
export async function getMyWork(ctx: Context): Promise<OutputOf<typeof route>> {
  const me = await meOf(ctx)
  const team = await idsOf(ctx, 'team')
  const today = await workToday(ctx)
  const tomorrow = new Date(today.getTime() + dayMs)
  const later = new Date(tomorrow.getTime() + soonDays * dayMs)
  const isShown = sql<boolean>`(work.shown_from is null or work.shown_from < ${tomorrow})`
  const isTheirs = sql<boolean>`work.person_id = any(${team}::uuid[])`
  const mine = isMine(me?.id ?? null, ctx.role)
  const count = (whose: RawBuilder<boolean>, condition: RawBuilder<boolean>) =>
    sql<number>`(count(*) filter (where ${whose} and ${isShown} and ${condition}))::int`
  const isOverdue = sql<boolean>`work.due_at < ${today}`
  const found = await ctx.db
    .selectFrom(await workRows(ctx))
    .select([
      count(mine, isOverdue).as('overdue'),
      count(mine, sql`work.due_at >= ${today} and work.due_at < ${tomorrow}`).as('today'),
      count(mine, sql`work.due_at >= ${tomorrow} and work.due_at < ${later}`).as('soon'),
      count(mine, sql`work.due_at >= ${later}`).as('later'),
      count(mine, sql`work.due_at is null`).as('undated'),
      count(isTheirs, sql`true`).as('team_due'),
      count(isTheirs, isOverdue).as('team_overdue'),
      sql<string[] | null>`array_agg(distinct work.kind order by work.kind)`.as('kinds'),
    ])
    .executeTakeFirstOrThrow()
  const { team_due, team_overdue, kinds, ...counts } = found
  return {
    team: team.length === 0 ? null : { people: team.length, due: team_due, overdue: team_overdue },
    hasUnit: (me?.unit_id ?? null) !== null,
    kinds: kinds ?? [],
    person: me === undefined ? null : { id: me.id, ref: personRef(me.number), name: me.name },
    counts,
  }
}
