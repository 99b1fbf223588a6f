import type { Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { refuseOutsidePeriod } from '@sinew/core/access/access-limits.ts'
import type { Context, Reader } from '../context.ts'
import { evidenceMeets, readableDays } from '../db/evidence-in-period.ts'
import { loadNewestEvidence } from '../db/newest-evidence.ts'
import { forbid, notFound } from '../errors.ts'
import { type EvidenceRow, evidenceWithNames, toShared } from './evidence-store.ts'
import { findServedNeeds, toServedNeed } from './served-needs.ts'

export async function getEvidence(
  ctx: Pick<Context, 'db' | 'now' | 'asOf' | 'limits'>,
  evidenceId: string,
): Promise<Evidence> {
  const { db } = ctx
  const row = await evidenceWithNames(db).where('evidence.id', '=', evidenceId).executeTakeFirst()
  if (!row) throw notFound('piece of evidence')
  const days = readableDays(ctx.limits)
  if (days !== null) {
    const shown = await db
      .selectFrom('evidence')
      .select('id')
      .where('id', '=', row.id)
      .where(evidenceMeets(days))
      .execute()
    if (shown.length === 0) forbid(refuseOutsidePeriod(ctx.limits, row.collected_at.getTime()))
  }
  const served = await findServedNeeds(db, [evidenceId])
  const newest = await loadNewestEvidence(
    ctx,
    served.map((need) => need.need_id),
  )
  const t = (ctx.asOf ?? ctx.now).getTime()
  return {
    ...toShared(row),
    collectorName: row.collector_name,
    file: await findFile(db, row),
    url: row.url,
    note: row.note,
    periodFrom: row.period_from?.toISOString() ?? null,
    periodTo: row.period_to?.toISOString() ?? null,
    stateReason: row.state_reason,
    submittedBy: row.submitted_by,
    reviewedByName: row.reviewed_by_name,
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    reviewNote: row.review_note,
    supersedes: await findMention(db, 'id', row.supersedes_id),
    supersededBy: await findMention(db, 'supersedes_id', row.id),
    ingestRunId: row.ingest_run_id,
    needs: served.map((need) => toServedNeed(need, row, newest.get(need.need_id)?.id === row.id, t)),
  }
}

async function findMention(db: Reader, column: 'id' | 'supersedes_id', id: string | null) {
  if (id === null) return null
  const query = db.selectFrom('evidence').select(['id', 'number', 'title']).where(column, '=', id)
  return (await query.executeTakeFirst()) ?? null
}

async function findFile(db: Reader, row: EvidenceRow): Promise<Evidence['file']> {
  if (row.file_id === null) return null
  const file = await db.selectFrom('file').selectAll().where('id', '=', row.file_id).executeTakeFirstOrThrow()
  return {
    id: file.id,
    name: file.name,
    mediaType: file.media_type,
    sizeBytes: file.size_bytes,
    sha256: file.sha256,
    createdAt: file.created_at.toISOString(),
  }
}
