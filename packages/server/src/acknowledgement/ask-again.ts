import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { insertRequests, peopleAsked } from './insert-requests.ts'

/**
 * A new version was published: whoever was asked to read the one before is asked again, with as many days as then. What was
 * answered for the old version stays with it.
 */
export async function askAgain(
  ctx: Context,
  tx: Writer,
  { documentId, documentVersionId }: { readonly documentId: string; readonly documentVersionId: string },
): Promise<void> {
  const open = await tx
    .selectFrom('acknowledgement_campaign')
    .selectAll()
    .where('document_id', '=', documentId)
    .where('status', '=', 'open')
    .execute()
  if (open.length === 0) return
  const { version_number } = await tx
    .selectFrom('document_version')
    .select('version_number')
    .where('id', '=', documentVersionId)
    .executeTakeFirstOrThrow()
  for (const campaign of open) {
    await tx
      .updateTable('acknowledgement_campaign')
      .set({ status: 'closed', closed_at: ctx.now })
      .where('id', '=', campaign.id)
      .execute()
    if (!campaign.asks_again) continue
    const days = Math.max(1, Math.round((campaign.due_at.getTime() - campaign.created_at.getTime()) / dayMs))
    const id = newId()
    await tx
      .insertInto('acknowledgement_campaign')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'acknowledgement_campaign'),
        title: campaign.title,
        document_id: documentId,
        document_version_id: documentVersionId,
        version_number,
        audience: campaign.audience,
        unit_id: campaign.unit_id,
        due_at: new Date(ctx.now.getTime() + days * dayMs),
        message: campaign.message,
        asks_again: true,
      })
      .execute()
    const asked = await tx
      .selectFrom('acknowledgement_request')
      .select('person_id')
      .where('acknowledgement_campaign_id', '=', campaign.id)
      .execute()
    // Who came into the unit since is asked too; chosen people stay those who were chosen.
    const now = peopleAsked({ audience: campaign.audience, unitId: campaign.unit_id })
    await insertRequests(ctx, tx, id, campaign.audience === 'chosen' ? asked.map(({ person_id }) => person_id) : now)
  }
}
