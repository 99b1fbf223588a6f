import { canAdjust } from '@sinew/core/certification/audit-days.ts'
import type { certificationRegister } from '@sinew/core/certification/certification-register.ts'
import { canApply, canCertify } from '@sinew/core/certification/certification-rules.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'

export const certificationRules: RegisterRules<typeof certificationRegister> = {
  searched: ['body', 'certificateNumber', 'scopeText'],
  check: async (ctx, tx, values) => {
    const { decidedAt, expiresAt, soaVersion } = values
    if (decidedAt !== null && isDayAhead(decidedAt, ctx.now.getTime()))
      throw invalidField('decidedAt', 'The body cannot have decided in the future.')
    if (decidedAt !== null && expiresAt !== null && Date.parse(expiresAt) <= Date.parse(decidedAt))
      throw invalidField('expiresAt', 'It expires after it was decided.')
    if (soaVersion !== null && !(await isApprovedStatement(tx, soaVersion)))
      throw invalidField('soaVersion', `There is no approved version ${soaVersion} of the statement of applicability.`)
    return canAdjust(values.adjustmentPercent ?? 0, values.adjustmentReason)
  },
  guard: async (_, tx, record, { to }) => {
    if (to === 'applied') return canApply(record)
    if (to !== 'certified') return []
    const stage2 = await tx
      .selectFrom('external_audit')
      .select('id')
      .where('certification_id', '=', record.id)
      .where('kind', 'in', ['stage2', 'recertification'])
      .where('state', '=', 'passed')
      .executeTakeFirst()
    return canCertify({ ...record, isStage2Passed: stage2 !== undefined })
  },
  keep: async (_, __, { state }) =>
    state === 'preparing' ? [] : refuse('in_work', 'It was applied for: end it, so that the record of it stays.'),
}

async function isApprovedStatement(tx: Reader, version: number): Promise<boolean> {
  const found = await tx
    .selectFrom('soa_version')
    .select('id')
    .where('version_number', '=', version)
    .where('status', 'in', ['approved', 'superseded'])
    .executeTakeFirst()
  return found !== undefined
}
