import * as contract from '@sinew/contract/comment/comment-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { deleteComment, updateComment } from './change-comment.ts'
import { assertCommentable, findComments } from './comment-store.ts'
import { createComment } from './create-comment.ts'
import { dismissMention } from './dismiss-mention.ts'

export const commentRoutes: readonly Binding[] = [
  handle(contract.listComments, async (ctx, { params, query }) => {
    await assertCommentable(ctx, params.entity, params.entityId)
    return findComments(ctx.db, params.entity, params.entityId, query)
  }),
  handle(contract.createComment, (ctx, { params, body }) =>
    createComment(ctx, params.entity, params.entityId, body.body, body.personIds),
  ),
  handle(contract.updateComment, (ctx, { params, ifMatch, body }) =>
    updateComment(ctx, params.commentId, ifMatch, body),
  ),
  handle(contract.dismissMention, (ctx, { params }) => dismissMention(ctx, params.mentionId)),
  handle(contract.deleteComment, (ctx, { params, ifMatch }) => deleteComment(ctx, params.commentId, ifMatch)),
]
