import type {
  reviewDecisionRegister,
  reviewInputRegister,
  reviewParticipantRegister,
} from '@sinew/core/management-review/review-parts-register.ts'
import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'

export const inputRules: RegisterRules<typeof reviewInputRegister> = {
  searched: ['entry'],
  check: async (_, tx, { reviewId, input, title }, before) => {
    if (before === null || input !== before.input || title !== before.title || reviewId !== before.reviewId)
      return refuse('inputs_are_given', 'The inputs of a review are given by the standard: write an entry to each.')
    return refuseSigned(tx, reviewId)
  },
  keep: async () => refuse('inputs_are_given', 'The inputs of a review are given by the standard: they stay.'),
}

export const participantRules: RegisterRules<typeof reviewParticipantRegister> = {
  check: (_, tx, { reviewId }) => refuseSigned(tx, reviewId),
  keep: (_, tx, { reviewId }) => refuseSigned(tx, reviewId),
}

export const decisionRules: RegisterRules<typeof reviewDecisionRegister> = {
  searched: ['result'],
  computed: { isDone: () => sql`(record.done_at is not null)` },
  check: async (ctx, tx, values, before) => {
    if (values.doneAt !== null && Date.parse(values.doneAt) > ctx.now.getTime())
      throw invalidField('doneAt', 'It cannot be done in the future.')
    if (values.doneAt !== null && values.result === '') throw invalidField('result', 'Say what came of it.')
    const isFollowUp =
      before !== null &&
      (['reviewId', 'title', 'kind', 'ownerId'] as const).every((key) => before[key] === values[key]) &&
      Date.parse(before.dueAt) === Date.parse(values.dueAt)
    return isFollowUp ? [] : refuseSigned(tx, values.reviewId)
  },
  keep: (_, tx, { reviewId }) => refuseSigned(tx, reviewId),
}

async function refuseSigned(tx: Reader, reviewId: string): Promise<readonly Refusal[]> {
  const { state, number } = await tx
    .selectFrom('management_review')
    .select(['state', 'number'])
    .where('id', '=', reviewId)
    .executeTakeFirstOrThrow()
  if (state !== 'signed') return []
  return refuse('signed', `The minutes of MR-${number} are signed off: they stay as they are.`)
}
