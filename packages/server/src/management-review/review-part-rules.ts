import type {
  reviewDecisionRegister,
  reviewInputRegister,
} from '@sinew/core/management-review/review-parts-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'

export const inputRules: RegisterRules<typeof reviewInputRegister> = {
  searched: ['entry'],
  check: async (_, __, { reviewId, input, title }, before) => {
    if (before === null || input !== before.input || title !== before.title || reviewId !== before.reviewId)
      return refuse('inputs_are_given', 'The inputs of a review are given by the standard: write an entry to each.')
    return []
  },
  keep: async () => refuse('inputs_are_given', 'The inputs of a review are given by the standard: they stay.'),
}

export const decisionRules: RegisterRules<typeof reviewDecisionRegister> = {
  searched: ['result'],
  computed: { isDone: () => sql`(record.done_at is not null)` },
  check: async (ctx, _, values) => {
    if (values.doneAt !== null && isDayAhead(values.doneAt, ctx.now.getTime()))
      throw invalidField('doneAt', 'It cannot be done in the future.')
    if (values.doneAt !== null && values.result === '') throw invalidField('result', 'Say what came of it.')
    return []
  },
}
