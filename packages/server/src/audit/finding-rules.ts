import type { auditFindingRegister } from '@sinew/core/audit/audit-parts-register.ts'
import { sql } from 'kysely'
import { assertRequirements } from '../register/known-requirements.ts'
import type { RegisterRules } from '../register/register-rules.ts'

export const findingRules: RegisterRules<typeof auditFindingRegister> = {
  searched: ['requirement', 'seen', 'gap'],
  computed: {
    isReported: () =>
      sql`exists (select from audit where audit.id = record.audit_id and audit.reported_at is not null)`,
  },
  check: async (_, tx, { requirements }) => {
    await assertRequirements(tx, 'requirements', requirements)
    return []
  },
}
