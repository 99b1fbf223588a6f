import type { externalAuditRegister } from '@sinew/core/certification/certification-register.ts'
import { canHoldStage2, canPass } from '@sinew/core/certification/certification-rules.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { findingsOfAudit } from './certification-store.ts'

export const externalAuditRules: RegisterRules<typeof externalAuditRegister> = {
  searched: ['auditor', 'conclusion'],
  check: async (_, __, { startsAt, endsAt }) => {
    if (Date.parse(endsAt) < Date.parse(startsAt)) throw invalidField('endsAt', 'It ends before it begins.')
    return []
  },
  guard: async (ctx, tx, record, { to }) => {
    if (to === 'held') {
      const future = isDayAhead(record.startsAt, ctx.now.getTime())
        ? refuse('not_yet', 'It has not begun yet: change its days first.')
        : []
      return record.kind === 'stage2'
        ? [...future, ...canHoldStage2(await readiness(tx, record.certificationId))]
        : future
    }
    return to === 'passed' ? canPass(record.conclusion, await findingsOfAudit(tx, record.id)) : []
  },
  keep: async (_, __, { state }) => (state === 'planned' ? [] : refuse('held', 'It was held: the record of it stays.')),
}

async function readiness(tx: Reader, certificationId: string) {
  const { rows } = await sql<{ stage1: boolean; audits: number; reviews: number }>`
    select exists (select from external_audit where certification_id = ${certificationId} and kind = 'stage1' and state = 'passed') as stage1,
      (select count(*)::int from audit where reported_at is not null) as audits,
      (select count(*)::int from management_review where state = 'signed') as reviews`.execute(tx)
  const [row] = rows
  return {
    isStage1Passed: row?.stage1 ?? false,
    internalAudits: row?.audits ?? 0,
    managementReviews: row?.reviews ?? 0,
  }
}
