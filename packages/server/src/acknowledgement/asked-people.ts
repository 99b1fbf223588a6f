import type { AskedPerson, askPeople as askRoute } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import type { ExportFormat } from '@sinew/contract/export/export-format.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Context, Writer } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { exportTable } from '../export/export-table.ts'
import { insertRequests } from './insert-requests.ts'

/** Everybody who was asked: who is missing first, the latest of them on top. */
export async function findAskedPeople(ctx: Context, campaignId: string): Promise<AskedPerson[]> {
  const campaign = await ctx.db
    .selectFrom('acknowledgement_campaign')
    .select(['due_at', 'document_version_id'])
    .where('id', '=', campaignId)
    .executeTakeFirst()
  if (!campaign) throw notFound('campaign')
  const rows = await ctx.db
    .selectFrom('acknowledgement_request as request')
    .innerJoin('person', 'person.id', 'request.person_id')
    .leftJoin('acknowledgement', (join) =>
      join
        .onRef('acknowledgement.person_id', '=', 'request.person_id')
        .on('acknowledgement.document_version_id', '=', campaign.document_version_id),
    )
    .where('request.acknowledgement_campaign_id', '=', campaignId)
    .select([
      'request.id',
      'request.created_at',
      'request.reminded_at',
      'request.reminders',
      'person.id as person_id',
      'person.number',
      'person.name',
      'person.active',
      'acknowledgement.acknowledged_at',
    ])
    .orderBy('person.name')
    .orderBy('person.number')
    .execute()
  const isLate = campaign.due_at < (ctx.asOf ?? ctx.now)
  const people = rows.map((row): AskedPerson => {
    const waiting = !row.active ? 'left' : isLate ? 'late' : 'waiting'
    return {
      id: row.id,
      personId: row.person_id,
      personNumber: row.number,
      personName: row.name,
      active: row.active,
      askedAt: row.created_at.toISOString(),
      acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
      remindedAt: row.reminded_at?.toISOString() ?? null,
      reminders: row.reminders,
      state: row.acknowledged_at === null ? waiting : 'read',
    }
  })
  const rank = (one: AskedPerson) => ['late', 'waiting', 'read', 'left'].indexOf(one.state)
  return people.sort((a, b) => rank(a) - rank(b))
}

async function lockOpen(tx: Writer, id: string) {
  const row = await tx
    .selectFrom('acknowledgement_campaign')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('campaign')
  if (row.status !== 'open')
    assertAllowed(refuse('campaign_closed', 'The campaign is closed: nobody is asked any more. Begin another one.'))
  return row
}

export async function askPeople(ctx: Context, id: string, { personIds }: ParsedBody<typeof askRoute>) {
  await ctx.recorded({ derives: false }, async (tx) => {
    await lockOpen(tx, id)
    const found = await tx.selectFrom('person').select(['id', 'name', 'active']).where('id', 'in', personIds).execute()
    if (new Set(personIds).size !== found.length) throw notFound('person')
    const left = found.find(({ active }) => !active)
    if (left !== undefined)
      assertAllowed(refuse('person_left', `${left.name} has left and is not asked. Choose somebody who is here.`))
    await insertRequests(ctx, tx, id, personIds)
  })
  return { items: await findAskedPeople(ctx, id) }
}

/** Notes the reminder of everybody who is still missing. */
export async function remindPeople(ctx: Context, id: string) {
  await ctx.recorded({ derives: false }, async (tx) => {
    await lockOpen(tx, id)
    const missing = (await findAskedPeople(ctx, id)).filter(({ state }) => state === 'waiting' || state === 'late')
    if (missing.length === 0)
      assertAllowed(refuse('nobody_missing', 'Everybody has read it: there is nobody to remind.'))
    await tx
      .updateTable('acknowledgement_request')
      .set((set) => ({ reminded_at: ctx.now, reminders: set('reminders', '+', 1) }))
      .where(
        'id',
        'in',
        missing.map((one) => one.id),
      )
      .execute()
  })
  return { items: await findAskedPeople(ctx, id) }
}

const words = { read: 'Has read it', waiting: 'Not yet', late: 'Late', left: 'Has left' } as const

export async function exportAskedPeople(ctx: Context, id: string, format: ExportFormat): Promise<Response> {
  const campaign = await ctx.db
    .selectFrom('acknowledgement_campaign')
    .innerJoin('document', 'document.id', 'acknowledgement_campaign.document_id')
    .select([
      'acknowledgement_campaign.number',
      'acknowledgement_campaign.version_number',
      'acknowledgement_campaign.due_at',
      'document.title',
      'document.number as document_number',
    ])
    .where('acknowledgement_campaign.id', '=', id)
    .executeTakeFirst()
  if (!campaign) throw notFound('campaign')
  return exportTable<AskedPerson>(
    {
      name: `acknowledgements-${campaign.number}`,
      columns: [
        { header: 'Document', value: () => `D-${campaign.document_number} ${campaign.title}`, width: 36 },
        { header: 'Version', value: () => campaign.version_number },
        { header: 'To be read by', value: () => formatDay(campaign.due_at.getTime()) },
        { header: 'Person', value: (one) => one.personName, width: 28 },
        { header: 'State', value: (one) => words[one.state] },
        { header: 'Read at', value: (one) => (one.acknowledgedAt === null ? null : new Date(one.acknowledgedAt)) },
        { header: 'Asked at', value: (one) => new Date(one.askedAt) },
        { header: 'Reminders', value: (one) => one.reminders },
      ],
      rows: await findAskedPeople(ctx, id),
    },
    format,
  )
}
