import type { LedgerRow, NameOf } from '@sinew/core/ledger/diff-rows.ts'
import { type EntityName, isEntityName } from '@sinew/core/ledger/ledgered-entities.ts'
import { shortName } from '@sinew/core/ledger/name-subject.ts'
import { referenceColumns } from '@sinew/core/ledger/reference-columns.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/**
 * Names of everything these rows point to, as last known: the ledger still knows what was deleted. `asOf` keeps out what
 * came later. Two queries, however many rows.
 */
export async function loadNames(db: Reader, rows: readonly LedgerRow[], asOf: Date | null): Promise<NameOf> {
  const pointed = new Map<string, { readonly entity: EntityName; readonly id: string }>()
  let needsUsers = false
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      const entity = referenceColumns[column]
      if (entity === undefined || typeof value !== 'string') continue
      if (entity === 'user') needsUsers = true
      else pointed.set(`${entity} ${value}`, { entity, id: value })
    }
  }
  const names = await namesOf(db, [...pointed.values()], asOf)
  if (needsUsers) for (const [id, name] of await userNames(db)) names.set(`user ${id}`, name)
  return (entity, id) => names.get(`${entity} ${id}`) ?? null
}

/** What people call each of these, by `entity id`; `asOf` keeps out what came later. */
export async function namesOf(
  db: Reader,
  wanted: readonly { readonly entity: EntityName; readonly id: string }[],
  asOf: Date | null,
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const entities = wanted.map(({ entity }) => entity)
  const ids = wanted.map(({ id }) => id)
  const list = sql<{
    entity: string
    id: string
  }>`(select * from unnest(${entities}::text[], ${ids}::uuid[]) as t (entity, id))`
  const rows = await db
    .selectFrom(list.as('wanted'))
    .innerJoinLateral(
      (from) => {
        const newest = from
          .selectFrom('revision')
          .select('revision.row')
          .whereRef('revision.entity', '=', 'wanted.entity')
          .whereRef('revision.entity_id', '=', 'wanted.id')
          .orderBy('revision.seq', 'desc')
          .limit(1)
        return (asOf === null ? newest : newest.where('revision.at', '<=', asOf)).as('newest')
      },
      (join) => join.onTrue(),
    )
    .select(['wanted.entity', 'wanted.id', 'newest.row'])
    .execute()
  return new Map(
    rows.flatMap(({ entity, id, row }) =>
      isEntityName(entity) ? [[`${entity} ${id}`, shortName(entity, row as LedgerRow)]] : [],
    ),
  )
}

/** Accounts are named by their membership, a past one too. */
async function userNames(db: Reader): Promise<readonly (readonly [string, string])[]> {
  const rows = await db
    .selectFrom('revision')
    .select([sql<string>`row ->> 'user_id'`.as('user_id'), sql<string>`row ->> 'name'`.as('name')])
    .where('entity', '=', 'member')
    .orderBy('seq')
    .execute()
  return rows.map((row) => [row.user_id, row.name] as const)
}
