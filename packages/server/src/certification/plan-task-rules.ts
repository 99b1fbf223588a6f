import type { planTaskRegister } from '@sinew/core/certification/certification-register.ts'
import { refuseCircle } from '@sinew/core/certification/plan-network.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { tasksOf } from './certification-store.ts'

export const planTaskRules: RegisterRules<typeof planTaskRegister> = {
  computed: { isDone: () => sql`(record.done_at is not null)` },
  check: async (ctx, tx, values, before) => {
    for (const key of ['startedAt', 'doneAt'] as const)
      if (values[key] !== null && isDayAhead(values[key], ctx.now.getTime()))
        throw invalidField(key, 'It cannot have been in the future.')
    if (values.startedAt !== null && values.doneAt !== null && Date.parse(values.doneAt) < Date.parse(values.startedAt))
      throw invalidField('doneAt', 'It cannot be done before it is begun.')
    const others = (await tasksOf(tx, values.certificationId)).filter(({ id }) => id !== before?.id)
    const unknown = values.after.filter((ref) => !others.some((task) => task.ref === ref))
    if (unknown.length > 0) throw invalidField('after', `There is no such task in this plan: ${unknown.join(', ')}.`)
    const ref = before === null ? 'This task' : `PT-${before.number}`
    return refuseCircle([...others, { ...values, ref }])
  },
  keep: async (_, tx, { certificationId, number }) => {
    const waiting = (await tasksOf(tx, certificationId)).filter(({ after }) => after.includes(`PT-${number}`))
    const [first] = waiting
    return first === undefined ? [] : refuse('waited_for', `${first.ref} waits for it: change that first.`)
  },
}
