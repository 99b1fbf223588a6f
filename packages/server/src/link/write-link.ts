import type { Link, createLink as route } from '@sinew/contract/link/link-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { AppError, assertAllowed, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { assertReadable, type End, linksOf } from './link-store.ts'

export async function createLink(ctx: Context, from: End, input: ParsedBody<typeof route>): Promise<Link> {
  const to = { entity: input.toEntity, entityId: input.toId }
  if (to.entity === from.entity && to.entityId === from.entityId)
    assertAllowed(refuse('link_to_itself', 'An object is not linked to itself. Choose another one.'))
  const id = newId()
  await ctx.recorded({ derives: false }, async (tx) => {
    // Whether both are there comes first: another organisation's object answers like one that never was.
    await assertReadable(ctx, tx, from)
    await assertReadable(ctx, tx, to)
    assertMayWrite(ctx, from.entity)
    const known = (await linksOf({ ...ctx, db: tx }, from)).some(
      ({ entity, entityId }) => entity === to.entity && entityId === to.entityId,
    )
    if (known) assertAllowed(refuse('linked_already', 'These two are linked already.'))
    await tx
      .insertInto('object_link')
      .values({
        organization_id: ctx.organizationId,
        id,
        from_entity: from.entity,
        from_id: from.entityId,
        to_entity: to.entity,
        to_id: to.entityId,
        relation: input.relation,
      })
      .execute()
  })
  const made = (await linksOf(ctx, from)).find((link) => link.id === id)
  if (made === undefined) throw notFound('link')
  return made
}

export async function deleteLink(ctx: Context, linkId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const link = await tx.selectFrom('object_link').selectAll().where('id', '=', linkId).forUpdate().executeTakeFirst()
    if (!link) throw notFound('link')
    assertMayWrite(ctx, link.from_entity)
    assertVersion(ifMatch, link.version)
    await tx.deleteFrom('object_link').where('id', '=', linkId).execute()
  })
}

/** Links are made from objects of registers, by whoever may write those. */
function assertMayWrite(ctx: Context, entity: string): void {
  const head = registerHeads.find(({ table }) => table === entity)
  if (head === undefined)
    assertAllowed(
      refuse('not_linked_from_here', 'Link it from the other object: a finding, an incident, a requirement.'),
    )
  else if (!ctx.can(head.write)) throw new AppError(403, `This needs the permission ${head.write}.`)
}
