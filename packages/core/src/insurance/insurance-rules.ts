import { policyRef } from '../explanation/people-ref.ts'
import type { Refusal } from '../refusal.ts'
import type { InsuranceInput } from './insured.ts'

type Policy = Omit<InsuranceInput, 'id' | 'number' | 'name' | 'premiumMinor' | 'deductibleMinor' | 'limitMinor'>

/** Why a policy cannot be kept like this: its time runs forward, it covers something, and no loss is insured twice, which the loss model could not price. */
export function policyRefusals(
  policy: Policy,
  others: readonly (Policy & Pick<InsuranceInput, 'number'>)[],
): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (policy.validFrom >= policy.validUntil)
    refusals.push({ code: 'policy_ends_first', message: 'The policy has to end after it begins.' })
  if (policy.per === 'year' && policy.riskIds !== null)
    refusals.push({
      code: 'policy_year_for_some',
      message: 'A policy per year covers all risks together. Cover some of them with a policy per event.',
    })
  if (policy.riskIds?.length === 0)
    refusals.push({ code: 'policy_covers_nothing', message: 'The policy covers no risk: choose at least one, or all.' })
  const double = others.find((other) => overlaps(policy, other))
  if (double !== undefined)
    refusals.push({
      code: 'policy_double',
      message: `${policyRef(double.number)} covers the same at the same time: a loss is insured once.`,
    })
  return refusals
}

function overlaps(a: Policy, b: Policy): boolean {
  const atOnce = a.validFrom < b.validUntil && b.validFrom < a.validUntil
  const ids = a.riskIds
  const alike = ids === null || b.riskIds === null || b.riskIds.some((id) => ids.includes(id))
  return atOnce && a.per === b.per && alike
}
