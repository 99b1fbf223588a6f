import type { Reader } from '../context.ts'
import { notFound } from '../errors.ts'

/** @throws AppError 404 when the id names nobody in this organisation. */
export async function assertPerson(db: Reader, personId: string): Promise<void> {
  const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  if (!person) throw notFound('person')
}
