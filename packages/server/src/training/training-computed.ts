import { sql } from 'kysely'
import type { Reader } from '../context.ts'

const isOpen = sql<boolean>`assignment.completed_at is null and not assignment.is_exempt`

function assignments(db: Reader) {
  return db.selectFrom('course_assignment as assignment').where(sql<boolean>`assignment.course_id = record.id`)
}

export function countAssigned(db: Reader) {
  return assignments(db).select((select) => select.fn.countAll<number>().as('assigned'))
}

export function countOverdue(db: Reader, at: Date) {
  return assignments(db)
    .where(isOpen)
    .where('assignment.due_at', '<', at)
    .select((select) => select.fn.countAll<number>().as('overdue'))
}

/** What was done counts as long as the course says; a score below what it asks does not count. */
export function assignmentStanding(db: Reader, at: Date) {
  const course = (column: 'pass_score' | 'repeat_months') =>
    db
      .selectFrom('course as of_assignment')
      .select(`of_assignment.${column}`)
      .where(sql<boolean>`of_assignment.id = record.course_id`)
  return sql<string>`case
    when record.is_exempt then 'exempt'
    when record.completed_at is null then case when record.due_at < ${at} then 'overdue' else 'open' end
    when coalesce(record.score, 0) < coalesce((${course('pass_score')}), 0) then 'failed'
    when record.completed_at + (${course('repeat_months')}) * interval '1 month' < ${at} then 'expired'
    else 'done' end`
}

/** People whose proof meets what is asked and has not run out. */
export function countHolders(db: Reader, at: Date) {
  return db
    .selectFrom('competence_proof as proof')
    .where(sql<boolean>`proof.competence_id = record.id`)
    .where('proof.result', '=', 'met')
    .where(sql<boolean>`coalesce(proof.valid_until, 'infinity') >= ${at}`)
    .select((select) => select.fn.count<number>('proof.person_id').distinct().as('holders'))
}

export function countItems(db: Reader) {
  return db
    .selectFrom('checklist_item as item')
    .where(sql<boolean>`item.checklist_id = record.id`)
    .select((select) => select.fn.countAll<number>().as('items'))
}

export function countOpenSteps(db: Reader) {
  return db
    .selectFrom('checklist_task as task')
    .where(sql<boolean>`task.run_id = record.id`)
    .where('task.state', '=', 'open')
    .select((select) => select.fn.countAll<number>().as('open_steps'))
}
