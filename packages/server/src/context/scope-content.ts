import type { ScopeContent, ScopePlace } from '@sinew/core/context/scope-content.ts'
import type { Reader } from '../context.ts'
import { notFound } from '../errors.ts'

export type KnownScope = { readonly content: ScopeContent; readonly isFrozen: boolean; readonly number: number }

type Reading = Pick<Reader, 'selectFrom'>

/** What a version says: as it was frozen, or as the registers have it while nobody approved it. */
export async function loadScopeContent(db: Reading, scopeVersionId: string): Promise<KnownScope> {
  const row = await db.selectFrom('scope_version').selectAll().where('id', '=', scopeVersionId).executeTakeFirst()
  if (row === undefined) throw notFound('version of the scope')
  // Written by the approval alone, and kept by the database ever since.
  if (row.content !== null) return { content: row.content as ScopeContent, isFrozen: true, number: row.number }
  const organization = await db.selectFrom('organization').select('name').executeTakeFirstOrThrow()
  const change =
    row.change_id === null
      ? null
      : await db.selectFrom('planned_change').select('number').where('id', '=', row.change_id).executeTakeFirst()
  const boundaries = await db
    .selectFrom('scope_boundary')
    .select(['kind', 'title', 'reason'])
    .where('scope_version_id', '=', scopeVersionId)
    .orderBy('number')
    .execute()
  const content: ScopeContent = {
    organization: organization.name,
    title: row.title,
    statement: row.statement,
    note: row.note,
    nextReviewAt: row.next_review_at?.toISOString() ?? null,
    change: change ? `CH-${change.number}` : null,
    sites: await placesIn(db, 'site', 'SI'),
    units: await placesIn(db, 'unit', 'U'),
    services: await placesIn(db, 'service', 'SV'),
    boundaries: boundaries.map(({ kind, ...rest }) => ({
      ...rest,
      kind: kind as ScopeContent['boundaries'][number]['kind'],
    })),
  }
  return { content, isFrozen: false, number: row.number }
}

async function placesIn(
  db: Reading,
  table: 'site' | 'unit' | 'service',
  letters: string,
): Promise<readonly ScopePlace[]> {
  const rows = await db.selectFrom(table).select(['number', 'name', 'in_scope', 'reason']).orderBy('number').execute()
  return rows.map(({ number, name, in_scope, reason }) => ({
    ref: `${letters}-${number}`,
    name,
    inScope: in_scope,
    reason,
  }))
}

/** The version that was in force before this one; the one in force, for a draft. */
export async function findScopeBefore(
  db: Reading,
  { id, approvedAt }: { readonly id: string; readonly approvedAt: Date | null },
): Promise<string | null> {
  let rows = db
    .selectFrom('scope_version')
    .select('id')
    .where('id', '<>', id)
    .where('status', 'in', ['approved', 'superseded'])
    .orderBy('approved_at', 'desc')
  if (approvedAt !== null) rows = rows.where('approved_at', '<', approvedAt)
  return (await rows.executeTakeFirst())?.id ?? null
}
