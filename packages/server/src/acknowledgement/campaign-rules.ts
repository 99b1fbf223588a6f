import type { campaignRegister } from '@sinew/core/acknowledgement/campaign-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { insertRequests, peopleAsked } from './insert-requests.ts'

/** Whoever was asked and is still here, or has read it before leaving. */
function asked(db: Reader) {
  return db
    .selectFrom('acknowledgement_request')
    .innerJoin('person', 'person.id', 'acknowledgement_request.person_id')
    .leftJoin('acknowledgement', (join) =>
      join
        .onRef('acknowledgement.person_id', '=', 'acknowledgement_request.person_id')
        .on('acknowledgement.document_version_id', '=', sql.ref<string>('record.document_version_id')),
    )
    .where('acknowledgement_request.acknowledgement_campaign_id', '=', sql.ref<string>('record.id'))
    .where((where) => where.or([where('person.active', '=', true), where('acknowledgement.id', 'is not', null)]))
}

const askedCount = (db: Reader) => sql<number>`${asked(db).select(sql<number>`count(*)::int`.as('n'))}`
const readCount = (db: Reader) => sql<number>`${asked(db).select(sql<number>`count(acknowledgement.id)::int`.as('n'))}`

export const campaignRules: RegisterRules<typeof campaignRegister> = {
  searched: ['message'],
  computed: {
    askedCount,
    readCount,
    progress: (db, at) => sql`case when ${askedCount(db)} > 0 and ${askedCount(db)} = ${readCount(db)} then 'done'
      when record.due_at < ${at} then 'late' else 'running' end`,
  },
  check: async (ctx, tx, { documentId, dueAt, audience, unitId }, before) => {
    if (audience === 'unit' && unitId === null) throw invalidField('unitId', 'Choose the unit whose people are asked.')
    if (audience !== 'unit' && unitId !== null)
      throw invalidField('unitId', 'Leave the unit empty, or ask only the people of a unit.')
    if (before !== null && (audience !== before.audience || unitId !== before.unitId))
      return refuse('campaign_audience', 'Who is asked was settled when it began. Close this one and begin another.')

    if (before !== null && documentId !== before.documentId)
      return refuse('campaign_document', 'A campaign stays with its document. Close this one and begin another.')
    if (before === null && Date.parse(dueAt) <= ctx.now.getTime())
      return refuse('campaign_due', 'Give people time: the day lies in the past.')
    return (await publishedOf(tx, documentId)) === undefined
      ? refuse('campaign_not_published', 'Nothing of this document is published yet: there is nothing to acknowledge.')
      : []
  },
  changed: async (ctx, tx, campaign, before) => {
    if (before !== null) return
    const version = await publishedOf(tx, campaign.documentId)
    if (version === undefined) return
    await tx
      .updateTable('acknowledgement_campaign')
      .set({ document_version_id: version.id, version_number: version.version_number })
      .where('id', '=', campaign.id)
      .execute()
    await insertRequests(ctx, tx, campaign.id, peopleAsked(campaign))
  },
  keep: async (_ctx, tx, { id }) => {
    const row = await tx
      .selectFrom('acknowledgement_campaign')
      .innerJoin(
        'acknowledgement',
        'acknowledgement.document_version_id',
        'acknowledgement_campaign.document_version_id',
      )
      .select('acknowledgement.id')
      .where('acknowledgement_campaign.id', '=', id)
      .executeTakeFirst()
    return row === undefined ? [] : refuse('campaign_answered', 'Somebody has answered already. Close it instead.')
  },
}

function publishedOf(db: Reader, documentId: string) {
  return db
    .selectFrom('document_version')
    .select(['id', 'version_number'])
    .where('document_id', '=', documentId)
    .where('status', '=', 'published')
    .executeTakeFirst()
}
