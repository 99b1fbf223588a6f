import type { Collector } from '@sinew/contract/collector/collector-contract.ts'
import { deriveCollector } from '@sinew/core/collector/collector-state.ts'
import { sql } from 'kysely'
import type { Context, Reader, Writer } from '../context.ts'
import { notFound } from '../errors.ts'

function collectorsWithCounts(db: Reader) {
  return db
    .selectFrom('collector')
    .leftJoin('person as owner', 'owner.id', 'collector.owner_id')
    .selectAll('collector')
    .select((select) => [
      'owner.name as owner_name',
      select
        .selectFrom('evidence_need')
        .whereRef('evidence_need.collector_id', '=', 'collector.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('control_count'),
      select
        .selectFrom('observed_subject')
        .whereRef('observed_subject.collector_id', '=', 'collector.id')
        .where('missing_since', 'is not', null)
        .where('retired_at', 'is', null)
        .select(sql<number>`count(distinct (observed_subject.check_id, observed_subject.subject_uid))`.as('n'))
        .as('missing_count'),
      select
        .selectFrom('ingest_run')
        .whereRef('ingest_run.collector_id', '=', 'collector.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('run_count'),
    ])
}

type CollectorRow = Awaited<ReturnType<ReturnType<typeof collectorsWithCounts>['executeTakeFirstOrThrow']>>

function toCollector(row: CollectorRow, t: number): Collector {
  const derived = deriveCollector(
    {
      id: row.id,
      name: row.name,
      cadenceDays: row.cadence_days,
      active: row.active,
      lastReportAt: row.last_report_at?.getTime() ?? null,
    },
    t,
  )
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    name: row.name,
    cadenceDays: row.cadence_days,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    tool: row.tool,
    scope: row.scope,
    active: row.active,
    disabledReason: row.disabled_reason,
    lastReportAt: row.last_report_at?.toISOString() ?? null,
    state: derived.state,
    sentence: derived.sentence,
    dueAt: derived.dueAt === null ? null : new Date(derived.dueAt).toISOString(),
    controlCount: row.control_count ?? 0,
    missingCount: row.missing_count ?? 0,
    runCount: row.run_count ?? 0,
  }
}

type Instant = Pick<Context, 'db' | 'now' | 'asOf'>

const worstFirst: readonly Collector['state'][] = ['silent', 'overdue', 'disabled', 'reporting']

/** All collectors of an organisation: there are few, and their state is core's to tell. Those that are quiet come first. */
export async function findCollectors(ctx: Instant): Promise<{ items: Collector[] }> {
  const rows = await collectorsWithCounts(ctx.db).orderBy('collector.number').execute()
  const t = (ctx.asOf ?? ctx.now).getTime()
  const items = rows.map((row) => toCollector(row, t))
  items.sort((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state) || a.number - b.number)
  return { items }
}

export async function getCollector(ctx: Instant, collectorId: string): Promise<Collector> {
  const row = await collectorsWithCounts(ctx.db).where('collector.id', '=', collectorId).executeTakeFirst()
  if (!row) throw notFound('collector')
  return toCollector(row, (ctx.asOf ?? ctx.now).getTime())
}

export async function lockCollector(tx: Writer, collectorId: string) {
  const row = await tx.selectFrom('collector').selectAll().where('id', '=', collectorId).forUpdate().executeTakeFirst()
  if (!row) throw notFound('collector')
  return row
}
