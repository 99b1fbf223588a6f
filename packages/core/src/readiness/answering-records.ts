import { reportedStates } from '../audit/audit-register.ts'
import type { RegisterTable } from '../register/register-heads.ts'
import { dayMs } from '../time/calendar.ts'

type Row = Readonly<Record<string, unknown>>

/** What is looked at once a year is out of date a month after that. */
export const yearAndMonthMs = 400 * dayMs

const during =
  (field: string, ...states: readonly string[]) =>
  (row: Row): boolean =>
    states.includes(String(row[field]))

/** Records that are only planned, drafted or given up answer nothing yet: silence never helps. Others answer as they are. */
const answering: Readonly<Partial<Record<RegisterTable, (row: Row) => boolean>>> = {
  document: during('standing', 'published', 'overdue'),
  scope_version: during('status', 'approved'),
  management_commitment: during('status', 'recorded'),
  planned_change: during('status', 'approved', 'done', 'reviewed'),
  audit_programme: during('state', 'approved'),
  audit: during('state', ...reportedStates),
  management_review: during('state', 'held', 'signed'),
  objective: during('status', 'open', 'met', 'missed'),
  metric: during('status', 'active'),
  course_assignment: during('standing', 'done', 'exempt'),
  supplier: during('status', 'active', 'leaving'),
  improvement: during('state', 'accepted', 'done'),
}

/** Whether a record is far enough to answer an auditor's question. */
export function answers(table: string, row: Row): boolean {
  return answering[table as RegisterTable]?.(row) ?? true
}

/** When what was done once a year was done: after a year and a month it answers no more. */
const doneAt: Readonly<Partial<Record<RegisterTable, string>>> = { audit: 'reportedAt', management_review: 'heldAt' }

/** Whether the day on which a record was to be looked at again is over. */
export function isOutOfDate(table: string, row: Row, at: number): boolean {
  const done = row[doneAt[table as RegisterTable] ?? '']
  const due = row.reviewAt ?? row.nextReviewAt ?? row.revisitAt ?? row.validUntil
  return (
    row.isOverdue === true ||
    (typeof due === 'string' && Date.parse(due) < at) ||
    (typeof done === 'string' && Date.parse(done) < at - yearAndMonthMs)
  )
}
