import { dayMs } from '@sinew/core/time/calendar.ts'
import { usualHorizonDays } from '@sinew/core/work/work-kinds.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { daysBefore, numbered, workColumns } from './work-columns.ts'

/** For how long a policy that ran out asks for another one. */
const runOutDays = 90

/** What waits for those who decide for the whole organisation. */
export function approvalWork(db: Reader, at: Date) {
  return [methodologyDrafts(db), statements(db), policies(db, at)]
}

function methodologyDrafts(db: Reader) {
  return db
    .selectFrom('methodology')
    .where('methodology.status', '=', 'draft')
    .select(
      workColumns({
        kind: 'approval',
        entity: 'methodology',
        id: 'methodology.id',
        ref: sql<string>`'version ' || methodology.version_number`,
        title: sql<string>`'Risk methodology'`,
        what: 'Approve',
        dueAt: null,
        shownFrom: null,
        personId: null,
        role: 'owner',
        note: sql<string>`methodology.proposed_by_name`,
      }),
    )
}

function statements(db: Reader) {
  return db
    .selectFrom('soa_version')
    .where('soa_version.status', '=', 'proposed')
    .select(
      workColumns({
        kind: 'approval',
        entity: 'soa_version',
        id: 'soa_version.id',
        ref: sql<string>`'version ' || soa_version.version_number`,
        title: sql<string>`'Statement of Applicability'`,
        what: 'Approve',
        dueAt: null,
        shownFrom: null,
        personId: null,
        role: 'owner',
        note: sql<string>`soa_version.proposed_by_name`,
      }),
    )
}

function policies(db: Reader, at: Date) {
  const ends = sql<Date>`policy.valid_until`
  return db
    .selectFrom('insurance_policy as policy')
    .where('policy.valid_until', '>=', new Date(at.getTime() - runOutDays * dayMs))
    .select(
      workColumns({
        kind: 'insurance',
        entity: 'insurance_policy',
        id: 'policy.id',
        ref: numbered('IP', 'policy.number'),
        title: sql<string>`policy.name`,
        what: 'Renew',
        dueAt: ends,
        shownFrom: daysBefore(ends, usualHorizonDays),
        personId: null,
      }),
    )
}
