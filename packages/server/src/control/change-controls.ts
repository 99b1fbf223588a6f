import type { changeControls as route } from '@sinew/contract/control/control-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { assertPerson } from '../db/assert-person.ts'
import { AppError, notFound } from '../errors.ts'

/** Changes several controls at once. When one of them was changed meanwhile, none is. */
export async function changeControls(
  ctx: Context,
  { controls, change }: ParsedBody<typeof route>,
): Promise<{ readonly changed: number }> {
  const seen = new Map(controls.map((control) => [control.controlId, control.version]))
  const ids = [...seen.keys()]
  await ctx.recorded({}, async (tx) => {
    if (change.ownerId) await assertPerson(tx, change.ownerId)
    const rows = await tx
      .selectFrom('control')
      .select(['id', 'ref', 'version'])
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute()
    if (rows.length < ids.length) throw notFound('control')
    const changed = rows.filter((row) => row.version !== seen.get(row.id)).map((row) => row.ref)
    if (changed.length > 0) {
      const detail = `${changed.join(', ')} changed meanwhile, so none was changed. Look at them, then choose again.`
      throw new AppError(412, detail)
    }
    await tx
      .updateTable('control')
      .set({
        implementation: change.implementation,
        partly_share: change.partlyShare,
        owner_id: change.ownerId,
        planned_at: change.plannedAt,
        updated_at: ctx.now,
      })
      .where('id', 'in', ids)
      .execute()
  })
  return { changed: ids.length }
}
