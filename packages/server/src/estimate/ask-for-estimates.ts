import type { askForEstimates as askRoute, RiskEstimates } from '@sinew/contract/estimate/estimate-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { askRefusals } from '@sinew/core/estimate/estimator-rules.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { assertRisk, findEstimates } from './estimate-store.ts'

/** All of them or none: whoever cannot estimate is named with the reason. */
export async function askForEstimates(
  ctx: Context,
  riskId: string,
  { personIds, message }: ParsedBody<typeof askRoute>,
): Promise<RiskEstimates> {
  await ctx.recorded({ reason: message, derives: false }, async (tx) => {
    const risk = await tx.selectFrom('risk').select('status').where('id', '=', riskId).forShare().executeTakeFirst()
    if (!risk) throw notFound('risk')
    assertAllowed(editRefusals(risk.status as RiskStatus))
    const people = await tx
      .selectFrom('person')
      .leftJoin('member', 'member.user_id', 'person.user_id')
      .select(['person.id', 'person.name', 'person.active', 'member.role'])
      .where('person.id', 'in', personIds)
      .execute()
    if (people.length < personIds.length) throw notFound('person')
    assertAllowed(people.flatMap((person) => askRefusals({ ...person, role: person.role as Role | null })))
    const asked = { asked_by: ctx.actor.id, asked_by_name: ctx.actor.name, message, asked_at: ctx.now }
    await tx
      .insertInto('estimate_request')
      .values(
        people.map(({ id }) => ({
          organization_id: ctx.organizationId,
          id: newId(),
          risk_id: riskId,
          person_id: id,
          ...asked,
        })),
      )
      .onConflict((conflict) => conflict.columns(['organization_id', 'risk_id', 'person_id']).doUpdateSet(asked))
      .execute()
  })
  return findEstimates(ctx, riskId)
}

export async function withdrawEstimateRequest(ctx: Context, riskId: string, requestId: string): Promise<RiskEstimates> {
  await assertRisk(ctx.db, riskId)
  await ctx.recorded({ derives: false }, async (tx) => {
    const removed = await tx
      .deleteFrom('estimate_request')
      .where('id', '=', requestId)
      .where('risk_id', '=', riskId)
      .returning('id')
      .executeTakeFirst()
    if (!removed) throw notFound('request for an estimate')
  })
  return findEstimates(ctx, riskId)
}
