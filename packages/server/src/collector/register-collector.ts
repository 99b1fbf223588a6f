import type { Collector, registerCollector as route } from '@sinew/contract/collector/collector-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { assertPerson } from '../db/assert-person.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { RefusalError } from '../errors.ts'
import { getCollector } from './collector-store.ts'

export async function registerCollector(ctx: Context, input: ParsedBody<typeof route>): Promise<Collector> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    if (input.ownerId !== null) await assertPerson(tx, input.ownerId)
    const same = await tx
      .selectFrom('collector')
      .select('name')
      .where('tool', '=', input.tool)
      .where('scope', '=', input.scope)
      .executeTakeFirst()
    if (same) {
      const message = `${same.name} collects ${input.tool} reports of ${input.scope || 'no named scope'} already.`
      throw new RefusalError([{ code: 'collector-exists', message }])
    }
    await tx
      .insertInto('collector')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'collector'),
        name: input.name,
        tool: input.tool,
        scope: input.scope,
        cadence_days: input.cadenceDays,
        owner_id: input.ownerId,
      })
      .execute()
  })
  return getCollector(ctx, id)
}
