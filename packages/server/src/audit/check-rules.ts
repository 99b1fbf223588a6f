import type { auditCheckRegister } from '@sinew/core/audit/audit-parts-register.ts'
import { assertRequirements } from '../register/known-requirements.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { refuseReported } from './refuse-reported.ts'

export const checkRules: RegisterRules<typeof auditCheckRegister> = {
  searched: ['requirement', 'question', 'notes'],
  check: async (_, tx, { auditId, requirement }) => {
    await assertRequirements(tx, 'requirement', [requirement])
    return refuseReported(tx, auditId)
  },
  keep: (_, tx, { auditId }) => refuseReported(tx, auditId),
}
