import type { listMissingSubjects, MissingSubject } from '@sinew/contract/collector/collector-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { notFound } from '../errors.ts'

/** A check on a resource once, with every control it counts towards. */
export async function findMissingSubjects(
  db: Reader,
  collectorId: string,
  query: ParsedQuery<typeof listMissingSubjects>,
): Promise<Page<MissingSubject>> {
  const collector = await db.selectFrom('collector').select('id').where('id', '=', collectorId).executeTakeFirst()
  if (!collector) throw notFound('collector')
  const grouped = db
    .selectFrom('observed_subject as subject')
    .innerJoin('control', 'control.id', 'subject.control_id')
    .where('subject.collector_id', '=', collectorId)
    .where('subject.missing_since', 'is not', null)
    .where('subject.retired_at', 'is', null)
    .groupBy(['subject.check_id', 'subject.subject_uid'])
    .select(['subject.check_id', 'subject.subject_uid'])
    .select(sql<Date>`min(subject.missing_since)`.as('missing_since'))
    .select(
      sql<{ id: string; ref: string }[]>`json_agg(json_build_object('id', control.id, 'ref', control.ref)
        order by control.sort_key)`.as('controls'),
    )
  let missing = db.selectFrom(grouped.as('missing')).selectAll()
  if (query.q) {
    const pattern = containsPattern(query.q)
    missing = missing.where((where) =>
      where.or([where('missing.check_id', 'ilike', pattern), where('missing.subject_uid', 'ilike', pattern)]),
    )
  }
  return listPage(
    missing,
    query,
    { missingSince: 'missing.missing_since', checkId: 'missing.check_id', subjectUid: 'missing.subject_uid' },
    (row) => ({
      checkId: row.check_id,
      subjectUid: row.subject_uid,
      missingSince: row.missing_since.toISOString(),
      controls: row.controls,
    }),
    sql`(missing.check_id, missing.subject_uid)`,
  )
}
