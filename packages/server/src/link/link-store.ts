import type { Link } from '@sinew/contract/link/link-contract.ts'
import { type EntityName, ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import type { Context, Reader } from '../context.ts'
import { AppError, notFound } from '../errors.ts'
import { namesOf } from '../ledger/subject-names.ts'

/** One end of a link. */
export type End = { readonly entity: string; readonly entityId: string }

/** @throws AppError 403 where the caller may not read such objects, 404 where there is none of that id. */
export async function assertReadable(ctx: Context, db: Reader, { entity, entityId }: End): Promise<void> {
  const { read, label } = ledgeredEntities[entity as EntityName]
  if (!ctx.can(read)) throw new AppError(403, `Links of this need the permission ${read}.`)
  // Every linked table has an id; the compiler gives up on a union of so many.
  const row = await db
    .selectFrom(entity as 'risk')
    .select('id')
    .where('id', '=', entityId)
    .executeTakeFirst()
  if (!row) throw notFound(label.toLowerCase())
}

/** Both directions, oldest first; what the caller may not read is left out. */
export async function linksOf(ctx: Context, end: End): Promise<Link[]> {
  await assertReadable(ctx, ctx.db, end)
  const rows = await ctx.db
    .selectFrom('object_link')
    .selectAll()
    .where((where) =>
      where.or([
        where.and([where('from_entity', '=', end.entity), where('from_id', '=', end.entityId)]),
        where.and([where('to_entity', '=', end.entity), where('to_id', '=', end.entityId)]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const ends = rows.map((row) => {
    const isBack = row.to_entity === end.entity && row.to_id === end.entityId
    const entity = (isBack ? row.from_entity : row.to_entity) as EntityName
    return { row, isBack, entity, id: isBack ? row.from_id : row.to_id }
  })
  const shown = ends.filter(({ entity }) => ctx.can(ledgeredEntities[entity].read))
  const names = await namesOf(ctx.db, shown, ctx.asOf)
  return shown.map(({ row, isBack, entity, id }) => ({
    id: row.id,
    version: row.version,
    entity,
    entityId: id,
    name: names.get(`${entity} ${id}`) ?? '',
    relation: row.relation,
    isBack,
  }))
}
