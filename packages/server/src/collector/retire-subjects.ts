import type { retireSubjects as route } from '@sinew/contract/collector/collector-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { RefusalError } from '../errors.ts'
import { lockCollector } from './collector-store.ts'

type Subject = ParsedBody<typeof route>['subjects'][number]

/**
 * Leaves subjects out of what a collector is held to, by a named person with a reason, from its next report on. Only what the
 * newest report does not mention can be left out: what is still reported passes or fails for itself.
 */
export async function retireSubjects(
  ctx: Context,
  collectorId: string,
  { subjects, reason }: ParsedBody<typeof route>,
): Promise<{ readonly retired: number }> {
  const keys = new Set(subjects.map(keyOf))
  await ctx.recorded({ reason }, async (tx) => {
    await lockCollector(tx, collectorId)
    const rows = await tx
      .selectFrom('observed_subject')
      .select(['id', 'check_id', 'subject_uid', 'missing_since', 'retired_at'])
      .where('collector_id', '=', collectorId)
      .where(
        sql<boolean>`(check_id, subject_uid) in (
          select wanted ->> 'checkId', wanted ->> 'subjectUid' from jsonb_array_elements(${JSON.stringify(subjects)}::jsonb) wanted)`,
      )
      .execute()
    const candidates = rows.filter((row) => row.missing_since !== null && row.retired_at === null)
    const found = new Set(candidates.map((row) => keyOf({ checkId: row.check_id, subjectUid: row.subject_uid })))
    const others = subjects.filter((subject) => !found.has(keyOf(subject)))
    if (others.length > 0) throw new RefusalError(others.slice(0, 20).map(notMissing))
    const ids = candidates.map((row) => row.id)
    await tx
      .updateTable('observed_subject')
      .set({ retired_at: ctx.now, retired_by: ctx.actor.id, retired_reason: reason })
      .where('id', 'in', ids)
      .execute()
  })
  return { retired: keys.size }
}

function keyOf({ checkId, subjectUid }: Subject): string {
  return `${checkId}\n${subjectUid}`
}

function notMissing({ checkId, subjectUid }: Subject) {
  const message = `${checkId} on ${subjectUid} is not missing: it is in the newest report, retired, or was never reported.`
  return { code: 'subject-not-missing', message }
}
