import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'

export type Asked = readonly string[] | 'everyone' | { readonly unitId: string }

/** Whom a campaign asks from the start: chosen people are named afterwards. */
export function peopleAsked(campaign: { readonly audience: string; readonly unitId: string | null }): Asked {
  if (campaign.audience === 'everyone') return 'everyone'
  return campaign.unitId === null ? [] : { unitId: campaign.unitId }
}

/** Asks people who are active and were not asked yet. */
export async function insertRequests(ctx: Context, tx: Writer, campaignId: string, people: Asked): Promise<void> {
  if (Array.isArray(people) && people.length === 0) return
  let rows = tx.selectFrom('person').select('id').where('active', '=', true)
  if (Array.isArray(people)) rows = rows.where('id', 'in', people)
  else if (typeof people === 'object' && 'unitId' in people) rows = rows.where('unit_id', '=', people.unitId)
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
