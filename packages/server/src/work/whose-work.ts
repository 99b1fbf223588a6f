import { reportsOf } from '@sinew/core/person/reports-of.ts'
import { type RawBuilder, sql } from 'kysely'
import type { WorkReader } from './work-store.ts'

/** The person who asks, where they are one of the people. */
export async function meOf({ db, personId, actor }: Pick<WorkReader, 'db' | 'personId' | 'actor'>) {
  const people = db.selectFrom('person').select(['id', 'number', 'name', 'unit_id'])
  return (
    personId === undefined ? people.where('user_id', '=', actor.id) : people.where('id', '=', personId)
  ).executeTakeFirst()
}

/** Ids of those who report to the reader over all levels, or of all in the reader's unit. */
export async function idsOf(ctx: WorkReader, whose: 'team' | 'unit'): Promise<readonly string[]> {
  const me = await meOf(ctx)
  if (me === undefined) return []
  const people = ctx.db.selectFrom('person').select(['id', 'manager_id as managerId'])
  if (whose === 'team') return reportsOf(await people.where('manager_id', 'is not', null).execute(), me.id)
  if (me.unit_id === null) return []
  return (await people.where('unit_id', '=', me.unit_id).execute()).map(({ id }) => id)
}

/** What is for this person, and what is for nobody but asks somebody of this role. */
export function isMine(personId: string | null, role: WorkReader['role']): RawBuilder<boolean> {
  return sql<boolean>`(coalesce(work.person_id = ${personId}::uuid, false)
    or (work.person_id is null and work.role = any(${rolesOf(role)}::text[])))`
}

function rolesOf(role: WorkReader['role']): readonly string[] {
  if (role === 'owner') return ['owner', 'manager']
  return role === 'manager' ? ['manager'] : []
}
