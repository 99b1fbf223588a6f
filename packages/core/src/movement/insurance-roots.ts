import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { policyRef } from '../explanation/people-ref.ts'
import { type InsuranceInput, policiesInForce } from '../insurance/insured.ts'
import { formatDay } from '../time/calendar.ts'
import type { MovementCause } from './movement.ts'
import { byWhom, type CauseIndex, changeCause, type Root, timeCause } from './root.ts'
import { isSame } from './same.ts'

type At = { readonly snapshot: ChainSnapshot; readonly at: number }

/** Policies that came into force, ran out or now say something else: the risks are what they were, what is left to bear is not. */
export function insuranceRoots(before: At, after: At, causes: CauseIndex): readonly Root[] {
  const earlier = inForce(before)
  const later = inForce(after)
  const known = new Map([...before.snapshot.policies, ...after.snapshot.policies].map((policy) => [policy.id, policy]))
  return [...known.values()].flatMap((policy) => {
    const [was, is] = [earlier.get(policy.id), later.get(policy.id)]
    if (isSame(termsOf(was), termsOf(is))) return []
    const { what, cause } = told(policy, was, is, before, after, causes)
    const key = `policy ${policy.id}`
    const root: Root = {
      kind: 'insurance',
      stage: 'insurance',
      key,
      episodeKey: `${key} at ${cause.at}`,
      headline: `Insurance ${policyRef(policy.number)} ${policy.name} ${what}${byWhom(cause)}`,
      cause,
      apply: (walk) => {
        if (is === undefined) walk.policies.delete(policy.id)
        else walk.policies.set(policy.id, is)
        return {}
      },
    }
    return [root]
  })
}

function inForce({ snapshot, at }: At): ReadonlyMap<string, InsuranceInput> {
  return new Map(policiesInForce(snapshot.policies, at).map((policy) => [policy.id, policy]))
}

/** What it pays; its name and its premium move no figure. */
function termsOf(policy: InsuranceInput | undefined) {
  if (policy === undefined) return null
  const { per, deductibleMinor, limitMinor, riskIds, number } = policy
  return { per, deductibleMinor, limitMinor, riskIds, number }
}

function told(
  policy: InsuranceInput,
  was: InsuranceInput | undefined,
  is: InsuranceInput | undefined,
  before: At,
  after: At,
  causes: CauseIndex,
): { readonly what: string; readonly cause: MovementCause } {
  const ref = policyRef(policy.number)
  const subject = { entity: 'insurance_policy', id: policy.id, ref, label: policy.name } as const
  const same = (at: At) => at.snapshot.policies.find(({ id }) => id === policy.id)
  const [old, now] = [same(before), same(after)]
  const isByTime =
    old !== undefined && now !== undefined && old.validFrom === now.validFrom && old.validUntil === now.validUntil
  if (isByTime && is === undefined)
    return {
      what: `ran out on ${formatDay(now.validUntil)}`,
      cause: timeCause(subject, after.at, now.validUntil),
    }
  if (isByTime && was === undefined)
    return {
      what: `is in force since ${formatDay(now.validFrom)}`,
      cause: timeCause(subject, after.at, now.validFrom),
    }
  const what = now === undefined ? 'deleted' : is === undefined ? 'ended' : was === undefined ? 'in force' : 'changed'
  return { what, cause: changeCause(causes, subject) }
}
