import type { Reading } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context, Reader } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'

function findPerson(ctx: Context, db: Reader = ctx.db) {
  return db.selectFrom('person').select(['id', 'name']).where('user_id', '=', ctx.actor.id).executeTakeFirst()
}

function readings(db: Reader, personId: string) {
  return db
    .selectFrom('acknowledgement_request as request')
    .innerJoin('acknowledgement_campaign as campaign', 'campaign.id', 'request.acknowledgement_campaign_id')
    .innerJoin('document_version', 'document_version.id', 'campaign.document_version_id')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .leftJoin('acknowledgement', (join) =>
      join
        .onRef('acknowledgement.document_version_id', '=', 'document_version.id')
        .on('acknowledgement.person_id', '=', personId),
    )
    .where('request.person_id', '=', personId)
    .select([
      'request.id',
      'request.created_at',
      'campaign.status',
      'campaign.due_at',
      'campaign.message',
      'document.number',
      'document_version.id as version_id',
      'document_version.title',
      'document_version.version_number',
      'document_version.document_id',
      'document_version.content_hash',
      'acknowledgement.acknowledged_at',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof readings>['executeTakeFirstOrThrow']>>

function toReading(row: Row, t: Date): Reading {
  return {
    requestId: row.id,
    documentVersionId: row.version_id,
    documentNumber: row.number,
    title: row.title,
    versionNumber: row.version_number,
    message: row.message,
    askedAt: row.created_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    isLate: row.acknowledged_at === null && row.due_at < t,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  }
}

/** What the person behind this account is to read, the most urgent first, and what they have read, the latest first. */
export async function listReading(ctx: Context) {
  const person = await findPerson(ctx)
  if (person === undefined) return { personName: null, open: [], done: [] }
  const rows = await readings(ctx.db, person.id).orderBy('campaign.due_at').orderBy('document.number').execute()
  const shown = rows.map((row) => ({ row, reading: toReading(row, ctx.asOf ?? ctx.now) }))
  return {
    personName: person.name,
    open: shown.flatMap(({ row, reading }) =>
      row.status === 'open' && reading.acknowledgedAt === null ? [reading] : [],
    ),
    done: shown
      .flatMap(({ reading }) => (reading.acknowledgedAt === null ? [] : [reading]))
      .sort((a, b) => (b.acknowledgedAt ?? '').localeCompare(a.acknowledgedAt ?? '')),
  }
}

/** Binds person, version and time, for good. Said again, it stays as it was. */
export async function acknowledgeReading(ctx: Context, requestId: string, seenVersionId: string): Promise<Reading> {
  const personId = await ctx.recorded({ derives: false }, async (tx) => {
    const request = await tx
      .selectFrom('acknowledgement_request')
      .select('person_id')
      .where('id', '=', requestId)
      .executeTakeFirst()
    if (!request) throw notFound('request to read')
    const seen = await tx.selectFrom('document_version').select('id').where('id', '=', seenVersionId).executeTakeFirst()
    if (!seen) throw notFound('version of a document')
    const person = await findPerson(ctx, tx)
    if (person === undefined || request.person_id !== person.id)
      assertAllowed(refuse('reading_not_yours', 'Somebody else was asked to read this. Each says it for themselves.'))
    const row = await readings(tx, request.person_id).where('request.id', '=', requestId).executeTakeFirst()
    if (row === undefined) throw notFound('request to read')
    if (row.acknowledged_at !== null) return request.person_id
    if (row.status !== 'open')
      assertAllowed(refuse('campaign_closed', 'This is not asked for any more: a newer version may be. Look again.'))
    if (row.version_id !== seenVersionId)
      assertAllowed(refuse('reading_other_version', 'That was another version. Read the one that is asked for.'))
    await tx
      .insertInto('acknowledgement')
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        person_id: request.person_id,
        person_name: person?.name ?? ctx.actor.name,
        document_id: row.document_id,
        document_version_id: row.version_id,
        content_hash: row.content_hash ?? '',
        acknowledged_by: ctx.actor.id,
        acknowledged_at: ctx.now,
      })
      .execute()
    return request.person_id
  })
  const row = await readings(ctx.db, personId).where('request.id', '=', requestId).executeTakeFirstOrThrow()
  return toReading(row, ctx.now)
}
