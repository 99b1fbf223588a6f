import type { ParsedBody } from '@sinew/contract/route.ts'
import type { ControlLink, linkControl as route } from '@sinew/contract/treatment/control-link-contract.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { effectVerbs, linkRefusals } from '@sinew/core/treatment/link-rules.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { lockRisk } from '../risk/risk-store.ts'
import { getControlLink, saveContained } from './control-link-store.ts'

export async function linkControl(ctx: Context, riskId: string, input: ParsedBody<typeof route>): Promise<ControlLink> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    const risk = await lockRisk(tx, riskId)
    assertAllowed(editRefusals(risk.status as RiskStatus))
    const { effect, controlId } = input
    assertAllowed(linkRefusals({ effect, saved: input.saved ?? risk.contained_saved }))
    const twin = await tx
      .selectFrom('risk_control')
      .where('risk_id', '=', riskId)
      .where('control_id', '=', controlId)
      .where('effect', '=', effect)
      .select('id')
      .executeTakeFirst()
    if (twin) {
      const message = `This control already ${effectVerbs[effect]}. Change that link instead.`
      assertAllowed([{ code: 'already_linked', message }])
    }
    await tx
      .insertInto('risk_control')
      .values({
        organization_id: ctx.organizationId,
        id,
        risk_id: riskId,
        control_id: controlId,
        effect,
        reduction_low: input.reduction.low,
        reduction_high: input.reduction.high,
        coverage: input.coverage,
        note: input.note,
      })
      .execute()
    if (effect === 'response') await saveContained(tx, riskId, input.saved)
  })
  return getControlLink(ctx.db, riskId, id)
}
