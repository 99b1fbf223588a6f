import type { Need, addNeed as route } from '@sinew/contract/control/need-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { needRefusals } from '@sinew/core/control/need-rules.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { lockControl } from './control-store.ts'
import { getNeed } from './need-store.ts'

export async function addNeed(ctx: Context, controlId: string, input: ParsedBody<typeof route>): Promise<Need> {
  assertAllowed(needRefusals(input))
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    await lockControl(tx, controlId)
    const last = await tx
      .selectFrom('evidence_need')
      .select((select) => select.fn.max('position').as('position'))
      .where('control_id', '=', controlId)
      .executeTakeFirst()
    await tx
      .insertInto('evidence_need')
      .values({
        organization_id: ctx.organizationId,
        id,
        control_id: controlId,
        position: (last?.position ?? -1) + 1,
        title: input.title,
        cadence_days: input.cadenceDays,
        weight: input.weight,
        nature: input.nature,
      })
      .execute()
  })
  return getNeed(ctx, controlId, id)
}
