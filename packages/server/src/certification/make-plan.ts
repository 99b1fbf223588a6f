import { planTemplate } from '@sinew/core/certification/plan-template.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'

/** Fills an empty plan with the usual way, each task after those it waits for. */
export async function makePlan(ctx: Context, certificationId: string): Promise<{ tasks: number }> {
  return ctx.recorded({ derives: false }, async (tx) => {
    const found = await tx
      .selectFrom('certification')
      .select('owner_id')
      .where('id', '=', certificationId)
      .forUpdate()
      .executeTakeFirst()
    if (found === undefined) throw notFound('certification cycle')
    const there = await tx
      .selectFrom('plan_task')
      .select('id')
      .where('certification_id', '=', certificationId)
      .executeTakeFirst()
    if (there !== undefined)
      assertAllowed(refuse('planned_already', 'There is a plan already: add to it, or remove its tasks first.'))
    const refs = new Map<string, string>()
    const rows = []
    for (const { key, phase, title, days, after } of planTemplate) {
      const number = await nextNumber(tx, 'plan_task')
      refs.set(key, `PT-${number}`)
      rows.push({
        organization_id: ctx.organizationId,
        id: newId(),
        number,
        certification_id: certificationId,
        owner_id: found.owner_id,
        title,
        phase,
        planned_days: days,
        after: after.map((one) => refs.get(one) ?? one),
      })
    }
    await tx.insertInto('plan_task').values(rows).execute()
    return { tasks: rows.length }
  })
}
