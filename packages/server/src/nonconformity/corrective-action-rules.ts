import type { correctiveActionRegister } from '@sinew/core/nonconformity/corrective-action-register.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'

export const correctiveActionRules: RegisterRules<typeof correctiveActionRegister> = {
  searched: ['proof'],
  computed: { isDone: () => sql`(record.done_at is not null)` },
  check: async (ctx, _, values, before) => {
    if (values.doneAt !== null && isDayAhead(values.doneAt, ctx.now.getTime()))
      throw invalidField('doneAt', 'It cannot be done in the future.')
    if (values.doneAt !== null && values.proof === '' && values.evidenceId === null)
      throw invalidField('proof', 'Say what shows that it is done, or choose the evidence.')
    if (before !== null && before.nonconformityId !== values.nonconformityId)
      throw invalidField('nonconformityId', 'An action stays with its nonconformity.')
    return []
  },
}
