import type { correctiveActionRegister } from '@sinew/core/nonconformity/corrective-action-register.ts'
import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'

const finished = ['done', 'checked', 'closed']

export const correctiveActionRules: RegisterRules<typeof correctiveActionRegister> = {
  searched: ['proof'],
  computed: { isDone: () => sql`(record.done_at is not null)` },
  check: async (ctx, tx, values, before) => {
    if (values.doneAt !== null && Date.parse(values.doneAt) > ctx.now.getTime())
      throw invalidField('doneAt', 'It cannot be done in the future.')
    if (values.doneAt !== null && values.proof === '' && values.evidenceId === null)
      throw invalidField('proof', 'Say what shows that it is done, or choose the evidence.')
    if (before !== null && before.nonconformityId !== values.nonconformityId)
      throw invalidField('nonconformityId', 'An action stays with its nonconformity.')
    return refuseFinished(tx, values.nonconformityId)
  },
  keep: (_, tx, { nonconformityId }) => refuseFinished(tx, nonconformityId),
}

async function refuseFinished(tx: Reader, nonconformityId: string): Promise<readonly Refusal[]> {
  const { state, number } = await tx
    .selectFrom('nonconformity')
    .select(['state', 'number'])
    .where('id', '=', nonconformityId)
    .executeTakeFirstOrThrow()
  if (!finished.includes(state)) return []
  return refuse('finished', `The actions of NC-${number} are done: reopen it before they change.`)
}
