import type { improvementRegister } from '@sinew/core/nonconformity/improvement-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { RegisterRules } from '../register/register-rules.ts'

export const improvementRules: RegisterRules<typeof improvementRegister> = {
  searched: ['benefit', 'result'],
  guard: async (_, __, record, { to }) => {
    if (to === 'accepted' && (record.ownerId === null || record.dueAt === null))
      return refuse('no_owner', 'Nobody does it until a day: choose an owner and when it is due.')
    if (to === 'done' && record.result === '') return refuse('no_result', 'Say what it brought before it is done.')
    return []
  },
}
