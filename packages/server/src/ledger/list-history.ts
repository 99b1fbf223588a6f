import type { Revision } from '@sinew/contract/ledger/ledger-contract.ts'
import { type EntityName, ledgeredEntities, type ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import { sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import type { Page } from '../db/list-page.ts'
import { AppError, notFound } from '../errors.ts'
import { revisionsWithPrevious, toRevisions } from './revision-store.ts'

/** What happened to one object and to the rows that belong to it, for whoever may read that kind of object. */
export async function listHistory(
  ctx: Context,
  entity: ObjectEntity,
  entityId: string,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<Page<Revision>> {
  const { read, label, children } = ledgeredEntities[entity]
  if (!ctx.can(read)) throw new AppError(403, `Reading this history needs the permission ${read}.`)
  const readable = children.filter((child) => ctx.can(ledgeredEntities[child.entity].read))
  const members = [{ entity: entity as EntityName, ids: [entityId] }]
  for (const { entity: child, column } of readable) {
    members.push({ entity: child, ids: await childIds(ctx.db, child, column, entityId, ctx.asOf) })
  }
  const history = revisionsWithPrevious(ctx).where((where) =>
    where.or(
      members
        .filter(({ ids }) => ids.length > 0)
        .map(({ entity: name, ids }) =>
          where.and([where('revision.entity', '=', name), where('revision.entity_id', 'in', ids)]),
        ),
    ),
  )
  const counted = await history.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  if (!(await isKnown(ctx, entity, entityId))) throw notFound(label.toLowerCase())
  const rows = await history
    .orderBy('revision.seq', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { items: await toRevisions(ctx, rows), total: counted.total, page, pageSize }
}

/** Whatever part of its history the reader may see. */
async function isKnown({ db, asOf }: Context, entity: string, entityId: string): Promise<boolean> {
  let known = db.selectFrom('revision').select('seq').where('entity', '=', entity).where('entity_id', '=', entityId)
  if (asOf !== null) known = known.where('at', '<=', asOf)
  return (await known.limit(1).execute()).length > 0
}

/** Those there now (or at the instant on screen) by the table's own index, and those deleted since from the ledger. */
async function childIds(
  db: Reader,
  child: EntityName,
  column: string,
  parentId: string,
  asOf: Date | null,
): Promise<string[]> {
  const present = await db
    .selectFrom(child as 'risk_control')
    .select('id')
    .where(sql.ref(column), '=', parentId)
    .execute()
  let deleted = db
    .selectFrom('revision')
    .select('entity_id as id')
    .where('entity', '=', child)
    .where('operation', '=', 'delete')
    .where(sql`row ->> ${column}`, '=', parentId)
  if (asOf !== null) deleted = deleted.where('at', '<=', asOf)
  return [...new Set([...present, ...(await deleted.execute())].map(({ id }) => id))]
}
