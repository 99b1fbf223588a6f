import type { managementReviewRegister } from '@sinew/core/management-review/management-review-register.ts'
import { canHold, canSign } from '@sinew/core/management-review/review-rules.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { contentHash } from '../ledger/content-hash.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { fillInputs } from './collect-inputs.ts'
import { decisionsOf, inputsOf, participantsOf } from './review-store.ts'

export const reviewRules: RegisterRules<typeof managementReviewRegister> = {
  searched: ['minutes'],
  changed: async (ctx, tx, after, before) => {
    if (before === null) await fillInputs(ctx, tx, after.id)
  },
  guard: async (_, tx, record, { to }) => {
    const participants = await participantsOf(tx, record.id)
    if (to === 'held') return canHold(participants)
    const decisions = await decisionsOf(tx, record.id)
    return canSign(record.minutes, await inputsOf(tx, record.id), participants, decisions.length)
  },
  moved: async (_, tx, record, { to }) => {
    if (to !== 'held') return
    const facts = (await inputsOf(tx, record.id)).map(({ input, facts }) => ({ input, facts }))
    await tx
      .updateTable('management_review')
      .set({ snapshot_hash: contentHash({ heldAt: record.heldAt, facts }) })
      .where('id', '=', record.id)
      .execute()
  },
  keep: async (_, __, { state }) => (state === 'planned' ? [] : refuse('held', 'It was held: the record of it stays.')),
}
