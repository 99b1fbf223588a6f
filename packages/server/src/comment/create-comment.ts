import type { Comment } from '@sinew/contract/comment/comment-contract.ts'
import type { ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertCommentable, getComment } from './comment-store.ts'
import { mentionPeople } from './mention-people.ts'

export async function createComment(
  ctx: Context,
  entity: ObjectEntity,
  entityId: string,
  body: string,
  personIds: readonly string[],
): Promise<Comment> {
  await assertCommentable(ctx, entity, entityId)
  const id = newId()
  await ctx.recorded({ derives: false }, async (tx) => {
    await tx
      .insertInto('comment')
      .values({
        organization_id: ctx.organizationId,
        id,
        entity,
        entity_id: entityId,
        author_user_id: ctx.actor.id,
        author_name: ctx.actor.name,
        body,
      })
      .execute()
    await mentionPeople(ctx, tx, { id, entity, entityId, body }, personIds)
  })
  return getComment(ctx.db, id)
}
