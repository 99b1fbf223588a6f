import type { KnownMember, Member, ReportVerdict } from '@sinew/core/ingest/judge-report.ts'
import { sql } from 'kysely'
import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'

/** Everything a collector ever reported, with the id of each row for the changes that follow. */
export async function loadPopulation(tx: Writer, collectorId: string) {
  const rows = await tx
    .selectFrom('observed_subject as subject')
    .innerJoin('control', 'control.id', 'subject.control_id')
    .where('subject.collector_id', '=', collectorId)
    .select(['subject.id', 'control.ref', 'subject.check_id', 'subject.subject_uid'])
    .select(['subject.missing_since', 'subject.retired_at'])
    .execute()
  const ids = new Map<string, string>()
  const members = rows.map((row): KnownMember => {
    const member = { ref: row.ref, checkId: row.check_id, subjectUid: row.subject_uid }
    ids.set(keyOf(member), row.id)
    return { ...member, missing: row.missing_since !== null, retired: row.retired_at !== null }
  })
  return { members, idOf: (member: Member) => ids.get(keyOf(member)) ?? '' }
}

export type Population = Awaited<ReturnType<typeof loadPopulation>>

/** Rows a statement writes at once: far below the number of parameters that PostgreSQL takes. */
const chunkSize = 5_000

/** Remembers what a report showed for the first time, lost, found again, or brought back from retirement. */
export async function updatePopulation(
  ctx: Context,
  tx: Writer,
  collectorId: string,
  verdict: ReportVerdict,
  known: Population,
  controlIdOf: (ref: string) => string,
): Promise<void> {
  for (const members of chunks(verdict.added)) {
    await tx
      .insertInto('observed_subject')
      .values(
        members.map((member) => ({
          organization_id: ctx.organizationId,
          id: newId(),
          collector_id: collectorId,
          control_id: controlIdOf(member.ref),
          check_id: member.checkId,
          subject_uid: member.subjectUid,
        })),
      )
      .execute()
  }
  const idsOf = (members: readonly Member[]) => members.map(known.idOf)
  for (const ids of chunks(idsOf(verdict.lost))) {
    await tx.updateTable('observed_subject').set({ missing_since: ctx.now }).where(isOneOf(ids)).execute()
  }
  for (const ids of chunks(idsOf([...verdict.found, ...verdict.returned]))) {
    await tx
      .updateTable('observed_subject')
      .set({ missing_since: null, retired_at: null, retired_by: null, retired_reason: '' })
      .where(isOneOf(ids))
      .execute()
  }
}

function isOneOf(ids: readonly string[]) {
  return sql<boolean>`observed_subject.id = any(${ids}::uuid[])`
}

function keyOf({ ref, checkId, subjectUid }: Member): string {
  return `${ref}\n${checkId}\n${subjectUid}`
}

function chunks<T>(all: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(all.length / chunkSize) }, (_, i) =>
    all.slice(i * chunkSize, (i + 1) * chunkSize),
  )
}
