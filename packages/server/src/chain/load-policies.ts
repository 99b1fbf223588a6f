import type { InsuranceInput } from '@sinew/core/insurance/insured.ts'
import type { Reader } from '../context.ts'
import { inGroups } from './in-groups.ts'

/** All insurance policies as core sees them, in force or not. */
export async function loadPolicies(db: Reader): Promise<readonly InsuranceInput[]> {
  const rows = await db.selectFrom('insurance_policy').selectAll().orderBy('number').execute()
  if (rows.length === 0) return []
  const covered = inGroups(
    await db.selectFrom('insurance_policy_risk').select(['policy_id', 'risk_id']).orderBy('risk_id').execute(),
    (row) => row.policy_id,
    (row) => row.risk_id,
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    per: row.per as InsuranceInput['per'],
    deductibleMinor: row.deductible_minor,
    limitMinor: row.limit_minor,
    premiumMinor: row.premium_minor,
    validFrom: row.valid_from.getTime(),
    validUntil: row.valid_until.getTime(),
    riskIds: row.covers_all ? null : (covered.get(row.id) ?? []),
  }))
}
