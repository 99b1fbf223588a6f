import { dayMs } from '@sinew/core/time/calendar.ts'
import { usualHorizonDays } from '@sinew/core/work/work-kinds.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { daysBefore, numbered, workColumns } from './work-columns.ts'

/** For how long a policy that ran out asks for another one. */
const runOutDays = 90

/** What waits for those who decide for the whole organisation. */
export function approvalWork(db: Reader, at: Date) {
  return [
    methodologyDrafts(db),
    methodologyReview(db),
    statements(db),
    documentVersions(db),
    scopeVersions(db),
    readings(db),
    policies(db, at),
  ]
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

/** The methodology in force, once in the interval that it sets itself. */
function methodologyReview(db: Reader) {
  const due = sql<Date | null>`methodology.approved_at
    + (methodology.content ->> 'reviewIntervalDays')::float8 * interval '24 hours'`
  return db
    .selectFrom('methodology')
    .where('methodology.status', '=', 'approved')
    .where('methodology.approved_at', 'is not', null)
    .select(
      workColumns({
        kind: 'methodology',
        entity: 'methodology',
        id: 'methodology.id',
        ref: sql<string>`'version ' || methodology.version_number`,
        title: sql<string>`'Risk methodology'`,
        what: 'Review',
        dueAt: due,
        shownFrom: daysBefore(due, usualHorizonDays),
        personId: null,
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

function documentVersions(db: Reader) {
  return db
    .selectFrom('document_version')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .where('document_version.status', 'in', ['in_review', 'approved'])
    .select(
      workColumns({
        kind: 'approval',
        entity: 'document',
        id: 'document.id',
        ref: numbered('D', 'document.number'),
        title: sql<string>`document.title`,
        what: sql<string>`case document_version.status when 'in_review' then 'Approve' else 'Publish' end`,
        dueAt: null,
        shownFrom: null,
        personId: null,
        role: 'manager',
        note: sql<string>`document_version.author_name`,
      }),
    )
}

function scopeVersions(db: Reader) {
  return db
    .selectFrom('scope_version')
    .where('scope_version.status', '=', 'proposed')
    .select(
      workColumns({
        kind: 'approval',
        entity: 'scope_version',
        id: 'scope_version.id',
        ref: numbered('SC', 'scope_version.number'),
        title: sql<string>`scope_version.title`,
        what: 'Approve',
        dueAt: null,
        shownFrom: null,
        personId: null,
        role: 'manager',
        note: sql<string>`scope_version.proposer_name`,
      }),
    )
}

/** What people were asked to read, until they say that they did. */
function readings(db: Reader) {
  return db
    .selectFrom('acknowledgement_request as request')
    .innerJoin('acknowledgement_campaign as campaign', 'campaign.id', 'request.acknowledgement_campaign_id')
    .innerJoin('document', 'document.id', 'campaign.document_id')
    .innerJoin('person as reader', 'reader.id', 'request.person_id')
    .leftJoin('acknowledgement', (join) =>
      join
        .onRef('acknowledgement.person_id', '=', 'request.person_id')
        .onRef('acknowledgement.document_version_id', '=', 'campaign.document_version_id'),
    )
    .where('campaign.status', '=', 'open')
    .where('reader.active', '=', true)
    .where('acknowledgement.id', 'is', null)
    .select(
      workColumns({
        kind: 'reading',
        entity: 'document',
        id: 'document.id',
        ref: numbered('D', 'document.number'),
        title: sql<string>`document.title`,
        what: 'Read',
        dueAt: sql<Date>`campaign.due_at`,
        shownFrom: null,
        personId: sql<string>`request.person_id`,
        // Many are asked to read one document: each request is a piece of work of its own.
      }).map((column) => (column.alias === 'key' ? sql<string>`'reading ' || request.id::text`.as('key') : column)),
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
