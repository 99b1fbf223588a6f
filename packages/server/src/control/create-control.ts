import type { Control, createControl as route } from '@sinew/contract/control/control-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { ownControlRef } from '@sinew/core/control/control-sort-key.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { getControl } from './get-control.ts'

/** Adds a control of the organisation's own. It starts without needs: nothing proves it until somebody says what would. */
export async function createControl(ctx: Context, input: ParsedBody<typeof route>): Promise<Control> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    const { ref, sortKey } = ownControlRef(await nextNumber(tx, 'control'))
    await tx
      .insertInto('control')
      .values({
        organization_id: ctx.organizationId,
        id,
        ref,
        sort_key: sortKey,
        title: input.title,
        source: 'own',
        theme: input.theme,
        purpose: input.purpose,
        description: input.description,
        owner_id: input.ownerId,
      })
      .execute()
  })
  return getControl(ctx, id)
}
