import type { Asset, createAsset as route } from '@sinew/contract/asset/asset-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { getAsset } from './asset-store.ts'
import { needColumns } from './need-columns.ts'

export async function createAsset(ctx: Context, input: ParsedBody<typeof route>): Promise<Asset> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    await assertMayOwn(tx, input.ownerId)
    await assertMayOwn(tx, input.custodianId)
    await tx
      .insertInto('asset')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'asset'),
        title: input.title,
        kind: input.kind,
        classification: input.classification,
        description: input.description,
        owner_id: input.ownerId,
        in_scope: input.inScope,
        ...needColumns(input),
      })
      .execute()
  })
  return getAsset(ctx.db, id)
}
