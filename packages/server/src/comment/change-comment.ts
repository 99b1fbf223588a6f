import type { Comment } from '@sinew/contract/comment/comment-contract.ts'
import { refuseCommentChange } from '@sinew/core/comment/comment-rules.ts'
import type { Context, Writer } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getComment, lockComment } from './comment-store.ts'
import { mentionPeople } from './mention-people.ts'

export async function updateComment(
  ctx: Context,
  commentId: string,
  ifMatch: number,
  { body, personIds }: { readonly body: string; readonly personIds: readonly string[] },
): Promise<Comment> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const { entity, entity_id } = await assertOwn(ctx, tx, commentId, ifMatch)
    await tx.updateTable('comment').set({ body }).where('id', '=', commentId).execute()
    await mentionPeople(ctx, tx, { id: commentId, entity, entityId: entity_id, body }, personIds)
  })
  return getComment(ctx.db, commentId)
}

export async function deleteComment(ctx: Context, commentId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({ derives: false }, async (tx) => {
    await assertOwn(ctx, tx, commentId, ifMatch)
    await tx.deleteFrom('comment').where('id', '=', commentId).execute()
  })
}

async function assertOwn(ctx: Context, tx: Writer, commentId: string, ifMatch: number) {
  const comment = await lockComment(tx, commentId)
  assertAllowed(refuseCommentChange(comment.author_user_id, ctx.actor.id))
  assertVersion(ifMatch, comment.version)
  return comment
}
