import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/** When a supplier is to be looked at again: its cadence after the last review, or after it was listed. */
export function reviewDueAt(db: Reader) {
  const last = db
    .selectFrom('supplier_review as review')
    .where(sql<boolean>`review.supplier_id = record.id`)
    .select((select) => select.fn.max('review.at').as('at'))
  return sql<Date | null>`coalesce((${last}), record.created_at) + record.review_every_days * interval '24 hours'`
}

/** The last day of the certificate that lasts longest. */
export function certificateUntil(db: Reader) {
  return db
    .selectFrom('supplier_certificate as certificate')
    .where(sql<boolean>`certificate.supplier_id = record.id`)
    .select((select) => select.fn.max('certificate.valid_until').as('until'))
}

export function countQuestions(db: Reader) {
  return db
    .selectFrom('question')
    .where(sql<boolean>`question.questionnaire_id = record.id`)
    .select((select) => select.fn.countAll<number>().as('questions'))
}
