import type { Comment } from '@sinew/contract/comment/comment-contract.ts'
import { ledgeredEntities, type ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import { type Selectable, sql } from 'kysely'
import type { Context, Reader, Writer } from '../context.ts'
import type { CommentTable } from '../db/database.ts'
import { listPage, type Page } from '../db/list-page.ts'
import { AppError, notFound } from '../errors.ts'

type Mentions = { readonly mentions: Comment['mentions'] }

function toComment(row: Selectable<CommentTable> & Mentions): Comment {
  return {
    id: row.id,
    version: row.version,
    entity: row.entity as ObjectEntity,
    entityId: row.entity_id,
    authorUserId: row.author_user_id,
    authorName: row.author_name,
    body: row.body,
    mentions: row.mentions,
    edited: row.version > 1,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** The object commented on is here, and the caller may read it. */
export async function assertCommentable(ctx: Context, entity: ObjectEntity, entityId: string): Promise<void> {
  const { read, label } = ledgeredEntities[entity]
  if (!ctx.can(read)) throw new AppError(403, `Comments on this need the permission ${read}.`)
  // Every one of them has an id; the compiler gives up on a union of so many tables.
  const row = await ctx.db
    .selectFrom(entity as 'risk')
    .select('id')
    .where('id', '=', entityId)
    .executeTakeFirst()
  if (!row) throw notFound(label.toLowerCase())
}

/** Comments with those whom they address. */
function commentRows(db: Reader) {
  return db
    .selectFrom('comment')
    .selectAll('comment')
    .select((select) =>
      select
        .selectFrom('comment_mention as mention')
        .innerJoin('person', 'person.id', 'mention.person_id')
        .whereRef('mention.comment_id', '=', 'comment.id')
        .select(
          sql<Comment['mentions']>`coalesce(json_agg(json_build_object('personId', person.id, 'name', person.name)
            order by person.name), '[]'::json)`.as('all'),
        )
        .$asScalar()
        .$notNull()
        .as('mentions'),
    )
}

export function findComments(
  db: Reader,
  entity: ObjectEntity,
  entityId: string,
  query: { readonly page: number; readonly pageSize: number },
): Promise<Page<Comment>> {
  return listPage(
    commentRows(db).where('comment.entity', '=', entity).where('comment.entity_id', '=', entityId),
    { ...query, sort: 'createdAt' },
    { createdAt: 'comment.created_at' },
    toComment,
    'comment.id',
  )
}

export async function getComment(db: Reader, commentId: string): Promise<Comment> {
  const row = await commentRows(db).where('comment.id', '=', commentId).executeTakeFirst()
  if (!row) throw notFound('comment')
  return toComment(row)
}

/** Locks the row until the transaction ends. */
export async function lockComment(tx: Writer, commentId: string) {
  const row = await tx
    .selectFrom('comment')
    .select(['version', 'author_user_id', 'entity', 'entity_id'])
    .where('id', '=', commentId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('comment')
  return row
}
