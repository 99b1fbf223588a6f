import type { Reader } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { notFound } from '../errors.ts'

type Place = { readonly unitId?: string | null | undefined; readonly managerId?: string | null | undefined }

/** The unit is one of ours, and the manager is somebody who is still here. */
export async function assertPlace(db: Reader, { unitId, managerId }: Place): Promise<void> {
  await assertMayOwn(db, managerId)
  if (!unitId) return
  const unit = await db.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst()
  if (!unit) throw notFound('unit')
}
