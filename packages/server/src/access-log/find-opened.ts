import type { listAccessLog, Opened } from '@sinew/contract/access-log/access-log-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { entityNames, isEntityName } from '@sinew/core/ledger/ledgered-entities.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Context, Reader } from '../context.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { namesOf } from '../ledger/subject-names.ts'

/** What each route shows, by its id: the routes are put together elsewhere. */
type Summaries = ReadonlyMap<string, string>

export async function findOpened(
  ctx: Context,
  query: ParsedQuery<typeof listAccessLog>,
  summaries: Summaries,
): Promise<Page<Opened>> {
  let found = ctx.db.selectFrom('access_log').selectAll()
  if (query.from) found = found.where('at', '>=', new Date(query.from))
  if (query.until) found = found.where('at', '<', new Date(Date.parse(query.until) + dayMs))
  if (query.memberEmail) found = found.where('member_email', '=', query.memberEmail)
  if (query.q) {
    const pattern = containsPattern(query.q)
    const routes = [...summaries].filter(([, words]) => words.toLowerCase().includes(query.q?.toLowerCase() ?? ''))
    found = found.where((where) =>
      where.or([
        where('member_name', 'ilike', pattern),
        where('member_email', 'ilike', pattern),
        where('route', 'in', routes.length === 0 ? [''] : routes.map(([id]) => id)),
      ]),
    )
  }
  const page = await listPage(
    found,
    query,
    { at: 'access_log.at', memberName: 'access_log.member_name' },
    (row) => row,
    'access_log.id',
  )
  const names = await namesOfObjects(
    ctx.db,
    page.items.flatMap(({ object_id }) => (object_id === null ? [] : [object_id])),
  )
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      memberName: row.member_name,
      memberEmail: row.member_email,
      byToken: row.by_token,
      route: row.route,
      what: summaries.get(row.route) ?? row.route,
      objectId: row.object_id,
      objectName: row.object_id === null ? null : (names.get(row.object_id) ?? null),
    })),
  }
}

/** As last known, so that an object that was deleted since has a name as well. */
async function namesOfObjects(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const known = await db
    .selectFrom('revision')
    .select(['entity', 'entity_id'])
    .distinct()
    .where('entity', 'in', entityNames)
    .where('entity_id', 'in', [...new Set(ids)])
    .execute()
  const wanted = known.flatMap(({ entity, entity_id: id }) => (isEntityName(entity) ? [{ entity, id }] : []))
  const names = await namesOf(db, wanted, null)
  return new Map(
    wanted.flatMap(({ entity, id }) => {
      const name = names.get(`${entity} ${id}`)
      return name === undefined ? [] : [[id, name]]
    }),
  )
}
