import { severityWords } from '@sinew/core/incident/incident-words.ts'
import type { operationKpis } from '@sinew/core/objective/operation-kpis.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { all, round, share, type Take, type TakenValue, where } from './taken-value.ts'

/** Figures of incidents, suppliers, people and documents. */
export const operationKpiValues: Readonly<Record<keyof typeof operationKpis, Take>> = {
  incidents_severe: async (db, at) => {
    const rows = await db
      .selectFrom('incident')
      .where('state', 'not in', ['reported', 'event'])
      .where('noticed_at', '<=', at)
      .where(sql<boolean>`noticed_at > ${at}::timestamptz - interval '30 days'`)
      .groupBy('severity')
      .select(['severity', all.as('count')])
      .execute()
    const count = (severity: string) => Number(rows.find((row) => row.severity === severity)?.count ?? 0)
    const kinds = ['critical', 'high', 'medium', 'low'] as const
    const by = kinds.map((kind) => `${count(kind)} ${severityWords[kind].toLowerCase()}`).join(', ')
    return { value: count('critical') + count('high'), note: `Incidents of the last 30 days: ${by}` }
  },
  incidents_by_staff: async (db, at) => {
    const runners = db.selectFrom('member').where('role', 'in', ['owner', 'manager']).select('name')
    const staff = db.selectFrom('member').where('role', 'not in', ['owner', 'manager']).select('name')
    const row = await db
      .selectFrom('incident')
      .where('reported_at', '<=', at)
      .where(sql<boolean>`reported_at > ${at}::timestamptz - interval '91 days'`)
      .select([
        where(sql`reported_by_name in (${staff}) and reported_by_name not in (${runners})`).as('part'),
        all.as('whole'),
      ])
      .executeTakeFirstOrThrow()
    return share(row, 'reports came from people who do not run the ISMS')
  },
  time_to_detect: (db, at) => medianHours(db, at, { from: 'occurred_at', until: 'noticed_at' }),
  time_to_contain: (db, at) => medianHours(db, at, { from: 'noticed_at', until: 'contained_at' }),
  time_to_recover: (db, at) => medianHours(db, at, { from: 'noticed_at', until: 'recovered_at' }),
  notifications_in_time: async (db, at) => {
    const ended = sql`least(coalesce(told_at, due_at), due_at)`
    const row = await db
      .selectFrom('incident_notification')
      .where('applies', '=', 'yes')
      .where(sql<boolean>`${ended} <= ${at}::timestamptz`)
      .where(sql<boolean>`${ended} > ${at}::timestamptz - interval '365 days'`)
      .select([where(sql`told_at <= due_at`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'notifications of the last year were made in time')
  },
  training_done: async (db, at) => {
    const row = await db
      .selectFrom('course_assignment')
      .where('is_exempt', '=', false)
      .where('due_at', '<=', at)
      .where(sql<boolean>`due_at > ${at}::timestamptz - interval '365 days'`)
      .select([where(sql`completed_at <= ${at}::timestamptz`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'trainings due in the last year are completed')
  },
  suppliers_reviewed: async (db, at) => {
    const reviewed = db
      .selectFrom('supplier_review as review')
      .where(sql<boolean>`review.supplier_id = supplier.id`)
      .select((select) => select.fn.max('review.at').as('at'))
    const due = sql`coalesce((${reviewed}), created_at) + review_every_days * interval '24 hours'`
    const row = await db
      .selectFrom('supplier')
      .where('criticality', 'in', ['high', 'critical'])
      .where('status', 'in', ['active', 'leaving'])
      .select([where(sql`coalesce(${due} >= ${at}::timestamptz, false)`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'critical suppliers are within their review date')
  },
  policies_current: async (db, at) => {
    const versions = db.selectFrom('document_version').where(sql<boolean>`document_version.document_id = document.id`)
    const published = versions.where('status', '=', 'published').select('document_version.id')
    const newest = versions.orderBy('version_number', 'desc').limit(1).select('document_version.status')
    const row = await db
      .selectFrom('document')
      .where('kind', 'in', ['policy', 'topic_policy'])
      .where(sql<boolean>`coalesce((${newest}), 'draft') <> 'retired'`)
      .select([where(sql`exists (${published}) and review_at >= ${at}::timestamptz`).as('part'), all.as('whole')])
      .executeTakeFirstOrThrow()
    return share(row, 'policies are in force and within their review date')
  },
}

type Span = {
  readonly from: 'occurred_at' | 'noticed_at'
  readonly until: 'noticed_at' | 'contained_at' | 'recovered_at'
}

/** The median of hours of incidents whose span ended in the last 91 days; null where none did. */
async function medianHours(db: Reader, at: Date, { from, until }: Span): Promise<TakenValue | null> {
  const hours = sql`extract(epoch from ${sql.ref(until)} - ${sql.ref(from)}) / 3600`
  const { median, count } = await db
    .selectFrom('incident')
    .where('state', 'not in', ['reported', 'event'])
    .where(from, 'is not', null)
    .where(until, '<=', at)
    .where(sql<boolean>`${sql.ref(until)} > ${at}::timestamptz - interval '91 days'`)
    .select([sql<number | null>`percentile_cont(0.5) within group (order by ${hours})`.as('median'), all.as('count')])
    .executeTakeFirstOrThrow()
  return median === null ? null : { value: round(Number(median)), note: `median of ${count} incidents` }
}
