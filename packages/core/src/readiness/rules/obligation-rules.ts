import { obligationRef } from '../../explanation/people-ref.ts'
import { obligationReviewRegister } from '../../obligation/obligation-review-register.ts'
import type { RecordOf } from '../../register/register.ts'
import { recordsIn } from '../readiness-facts.ts'
import { gapWhere, type ReadinessRule } from '../readiness-rule.ts'

/** Whether what is owed was looked at, and found met. */
export const obligationRules: readonly ReadinessRule[] = [
  {
    id: 'obligation-never-reviewed',
    item: 'A.5.31',
    grade: 'observation',
    requirement: 'It is looked at whether each obligation is met.',
    find: (facts) => {
      const reviewed = new Set(recordsIn(facts, obligationReviewRegister).map(({ obligationId }) => obligationId))
      const names = facts.snapshot.obligations
        .filter(({ id }) => !reviewed.has(id))
        .map(({ number, title }) => ({ entity: 'obligation', ref: obligationRef(number), title }))
      return gapWhere(names, (text) => ({
        evidence: `Never reviewed: ${text}.`,
        gap: 'Whether they are met is not known.',
        repair: 'Review each, and record what came out.',
      }))
    },
  },
  {
    id: 'obligation-not-met',
    item: 'A.5.31',
    grade: 'minor',
    requirement: 'Legal and contractual requirements are met.',
    find: (facts) => {
      const newest = new Map<string, RecordOf<typeof obligationReviewRegister>>()
      for (const review of recordsIn(facts, obligationReviewRegister)) {
        const before = newest.get(review.obligationId)
        if (before === undefined || Date.parse(before.at) <= Date.parse(review.at))
          newest.set(review.obligationId, review)
      }
      const names = facts.snapshot.obligations
        .filter(({ id }) => newest.get(id)?.conclusion === 'not_compliant')
        .map(({ number, title }) => ({ entity: 'obligation', ref: obligationRef(number), title }))
      return gapWhere(names, (text) => ({
        evidence: `The newest review found them not met: ${text}.`,
        gap: 'The organisation knows that it does not keep what it owes.',
        repair: 'Do what is missing, then review again.',
      }))
    },
  },
]
