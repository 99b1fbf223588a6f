import type { auditCheckRegister } from '@sinew/core/audit/audit-parts-register.ts'
import { assertRequirements } from '../register/known-requirements.ts'
import type { RegisterRules } from '../register/register-rules.ts'

export const checkRules: RegisterRules<typeof auditCheckRegister> = {
  searched: ['requirement', 'question', 'notes'],
  check: async (_, tx, { requirement }) => {
    await assertRequirements(tx, 'requirement', [requirement])
    return []
  },
}
