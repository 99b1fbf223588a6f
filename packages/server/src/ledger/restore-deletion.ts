import type { Deletion, restore as route } from '@sinew/contract/ledger/ledger-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { NameOf } from '@sinew/core/ledger/diff-rows.ts'
import { ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { nameSubject } from '@sinew/core/ledger/name-subject.ts'
import { type DeletedRow, deletionRoots, orderForRestore, refuseRestore } from '@sinew/core/ledger/restore-rules.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { Context, Writer } from '../context.ts'
import { AppError, assertAllowed, notFound, RefusalError } from '../errors.ts'
import { deletedRows } from './deletion-store.ts'
import { loadNames } from './subject-names.ts'

/** Brings back everything one request deleted, as it was, in an order the foreign keys accept; or nothing of it. */
export async function restoreDeletion(
  ctx: Context,
  { deletionId, reason }: ParsedBody<typeof route>,
): Promise<Pick<Deletion, 'items' | 'rowCount'>> {
  const rows = await deletedRows(ctx.db, [deletionId])
  if (rows.length === 0) throw notFound('deletion')
  const nameOf = await loadNames(
    ctx.db,
    rows.map(({ row }) => row),
    null,
  )
  const titled = await Promise.all(
    rows.map(async (row) => ({ ...row, title: titleOf(row, nameOf), exists: await cameBack(ctx, row) })),
  )
  assertAllowed(refuseRestore(titled))
  assertMayRestore(ctx, rows)
  await ctx.recorded({ reason }, async (tx) => {
    await sql`select set_config('app.restoring', 'on', true)`.execute(tx)
    for (const row of orderForRestore(rows)) await insertAgain(ctx, tx, row, nameOf)
    await sql`select set_config('app.restoring', '', true)`.execute(tx)
  })
  const roots = deletionRoots(rows).filter(({ entity }) => !ledgeredEntities[entity].background)
  return {
    items: roots.map(({ entity, id, row }) => ({ entity, entityId: id, ...nameSubject(entity, row, nameOf) })),
    rowCount: rows.length,
  }
}

/** Restoring writes, so it takes the right to write each kind of object that comes back. */
function assertMayRestore(ctx: Context, rows: readonly DeletedRow[]): void {
  for (const { entity } of rows) {
    const { restore, label } = ledgeredEntities[entity]
    if (restore !== null && !ctx.can(restore)) {
      throw new AppError(403, `Restoring a ${label.toLowerCase()} needs the permission ${restore}.`)
    }
  }
}

async function cameBack(ctx: Context, { entity, id }: DeletedRow): Promise<boolean> {
  const newest = await ctx.db
    .selectFrom('revision')
    .select('operation')
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.operation !== 'delete'
}

async function insertAgain(ctx: Context, tx: Writer, row: DeletedRow, nameOf: NameOf): Promise<void> {
  const known = ctx.services.timeTravelTables.get(row.entity) ?? []
  const columns = known.map(({ name }) => name).filter((name) => name in row.row)
  const list = sql.join(columns.map((name) => sql.ref(name)))
  const table = sql.table(row.entity)
  await sql`insert into ${table} (${list})
    select ${list} from jsonb_populate_record(null::${table}, ${JSON.stringify(row.row)}::jsonb)`
    .execute(tx)
    .catch((error: unknown) => {
      throw explain(error, titleOf(row, nameOf))
    })
}

/** What the database says no to, in words: something new stands in its place, or what it belonged to is gone. */
function explain(error: unknown, title: string): unknown {
  const { code, detail = '' } = (error ?? {}) as { code?: string; detail?: string }
  if (code === '23505') {
    return new RefusalError(refuse('place_taken', `${title} cannot come back: another one has its place by now.`))
  }
  if (code === '23503') {
    const table = /not present in table "(\w+)"/.exec(detail)?.[1] ?? ''
    const parent = Object.entries(ledgeredEntities)
      .find(([name]) => name === table)?.[1]
      .label.toLowerCase()
    const what = parent === undefined ? 'what it belonged to' : `the ${parent} it belonged to`
    return new RefusalError(
      refuse('parent_gone', `${title} cannot come back: ${what} is gone as well. Restore that first.`),
    )
  }
  return error
}

function titleOf({ entity, row }: DeletedRow, nameOf: NameOf): string {
  const { ref, title } = nameSubject(entity, row, nameOf)
  return ref === null ? title : `${ref} ${title}`
}
