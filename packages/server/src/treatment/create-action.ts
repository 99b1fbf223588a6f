import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Action, createAction as route } from '@sinew/contract/treatment/action-contract.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { planActionRefusals } from '@sinew/core/treatment/action-rules.ts'
import type { Context, Reader } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { lockRisk } from '../risk/risk-store.ts'
import { getAction } from './action-store.ts'

export async function createAction(ctx: Context, riskId: string, input: ParsedBody<typeof route>): Promise<Action> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    const risk = await lockRisk(tx, riskId)
    const owner = await findActionOwner(tx, input.ownerId)
    const plan = { title: input.title, owner, dueAt: Date.parse(input.dueAt) }
    assertAllowed(planActionRefusals(plan, risk.status as RiskStatus))
    await tx
      .insertInto('treatment_action')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'treatment_action'),
        risk_id: riskId,
        control_id: input.controlId,
        title: input.title,
        note: input.note,
        owner_id: input.ownerId,
        due_at: input.dueAt,
        cost_minor: input.costMinor,
      })
      .execute()
  })
  return getAction(ctx.db, id, ctx.now)
}

/** Null while nobody is named. */
export async function findActionOwner(db: Reader, ownerId: string | null) {
  if (ownerId === null) return null
  const person = await db.selectFrom('person').where('id', '=', ownerId).select(['name', 'active']).executeTakeFirst()
  if (!person) throw notFound('person')
  return person
}
