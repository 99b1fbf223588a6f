import { refuseOwner } from '@sinew/core/person/person-rules.ts'
import type { Reader } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'

/**
 * Before an owner is set: the person exists in this organisation and has not left. An owner who stays (`current`) is not
 * asked again, so that an object of somebody who left can still be edited. The row stays locked against leaving meanwhile.
 */
export async function assertMayOwn(
  db: Reader,
  ownerId: string | null | undefined,
  current: string | null = null,
): Promise<void> {
  if (!ownerId || ownerId === current) return
  const person = await db
    .selectFrom('person')
    .select(['name', 'active'])
    .where('id', '=', ownerId)
    .forShare()
    .executeTakeFirst()
  if (!person) throw notFound('person')
  assertAllowed(refuseOwner(person))
}
