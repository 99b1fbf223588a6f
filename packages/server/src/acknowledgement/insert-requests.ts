import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'

/** Asks people who are active and were not asked yet. */
export async function insertRequests(
  ctx: Context,
  tx: Writer,
  campaignId: string,
  people: readonly string[] | 'everyone',
): Promise<void> {
  if (people !== 'everyone' && people.length === 0) return
  let rows = tx.selectFrom('person').select('id').where('active', '=', true)
  if (people !== 'everyone') rows = rows.where('id', 'in', people)
  const active = await rows.orderBy('number').execute()
  if (active.length === 0) return
  await tx
    .insertInto('acknowledgement_request')
    .values(
      active.map(({ id }) => ({
        organization_id: ctx.organizationId,
        id: newId(),
        acknowledgement_campaign_id: campaignId,
        person_id: id,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'acknowledgement_campaign_id', 'person_id']).doNothing(),
    )
    .execute()
}
