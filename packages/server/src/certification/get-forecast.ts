import type { CertificationForecast } from '@sinew/contract/certification/cycle-contract.ts'
import { forecastPlan } from '@sinew/core/certification/forecast.ts'
import { planNetwork } from '@sinew/core/certification/plan-network.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { tasksOf } from './certification-store.ts'

/** The plan as a network, and when it will be done as far as its progress says. */
export async function getForecast(ctx: Context, certificationId: string): Promise<CertificationForecast> {
  const found = await ctx.db
    .selectFrom('certification')
    .select('id')
    .where('id', '=', certificationId)
    .executeTakeFirst()
  if (found === undefined) throw notFound('certification cycle')
  const tasks = await tasksOf(ctx.db, certificationId)
  const now = (ctx.asOf ?? ctx.now).getTime()
  const made = forecastPlan(tasks, now)
  const network = new Map(planNetwork(tasks).map((one) => [one.ref, one]))
  const plannedDays = Math.max(0, ...[...network.values()].map(({ toDay }) => toDay))
  if (made === null) return { plannedDays, forecast: null, tasks: [] }
  const { tasks: told, drivers, ...forecast } = made
  const toldOf = new Map(told.map((one) => [one.ref, one]))
  return {
    plannedDays,
    forecast: { ...forecast, drivers: [...drivers] },
    tasks: tasks.flatMap(({ ref, title, phase, after, startedAt, doneAt, plannedDays: days }) => {
      const one = toldOf.get(ref)
      if (one === undefined) return []
      const isLate = doneAt === null && startedAt !== null && now - Date.parse(startedAt) > days * dayMs
      const { isDone, fromAt, untilAt, criticalShare } = one
      const slackDays = network.get(ref)?.slackDays ?? 0
      return [
        {
          ref,
          title,
          phase,
          isDone,
          isLate,
          fromAt,
          untilAt,
          plannedDays: days,
          slackDays,
          criticalShare,
          after: [...after],
        },
      ]
    }),
  }
}
