import type { RiskLevel } from '../chain/chain-snapshot.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { formatDay } from '../time/calendar.ts'

export type Entitlement = 'accept_low' | 'accept_medium' | 'accept_high' | 'other'

export type Delegation = {
  readonly id: string
  readonly number: number
  readonly entitles: Entitlement
  readonly fromPersonId: string
  readonly toPersonId: string
  readonly startsAt: number
  readonly endsAt: number
  readonly status: 'proposed' | 'granted' | 'revoked'
}

const levels: Readonly<Record<Entitlement, readonly RiskLevel[]>> = {
  accept_low: ['low'],
  accept_medium: ['low', 'medium'],
  accept_high: ['low', 'medium', 'high'],
  other: [],
}

/** The end of the day that an instant falls on, in UTC: a delegation holds on its last day. */
function endOfDay(at: number): number {
  return Math.floor(at / 86_400_000) * 86_400_000 + 86_400_000
}

function startOfDay(at: number): number {
  return Math.floor(at / 86_400_000) * 86_400_000
}

export function isInForce({ status, startsAt, endsAt }: Pick<Delegation, 'status' | 'startsAt' | 'endsAt'>, t: number) {
  return status === 'granted' && startOfDay(startsAt) <= t && t < endOfDay(endsAt)
}

/** The delegation that lets one person accept a risk of this level for another at `t`; null where none does. */
export function delegationFor(
  delegations: readonly Delegation[],
  wanted: { readonly fromPersonId: string; readonly toPersonId: string; readonly level: RiskLevel },
  t: number,
): Delegation | null {
  return (
    delegations.find(
      (one) =>
        one.fromPersonId === wanted.fromPersonId &&
        one.toPersonId === wanted.toPersonId &&
        levels[one.entitles].includes(wanted.level) &&
        isInForce(one, t),
    ) ?? null
  )
}

/** Why what is proposed makes no delegation. */
export function delegationRefusals(given: {
  readonly fromPersonId: string
  readonly toPersonId: string
  readonly startsAt: number
  readonly endsAt: number
}): readonly Refusal[] {
  return [
    ...(given.fromPersonId === given.toPersonId
      ? refuse('delegation_to_self', 'Nobody stands in for themselves. Choose somebody else.')
      : []),
    ...(given.startsAt > given.endsAt
      ? refuse('delegation_days', 'It ends before it begins. Check the two days.')
      : []),
  ]
}

/**
 * Why this person cannot grant it: whoever is stood in for gives their own right away, or an owner of the organisation
 * does it for them. Nobody takes a right by granting it to themselves.
 */
export function grantRefusals(
  delegation: Pick<Delegation, 'fromPersonId' | 'toPersonId' | 'endsAt'>,
  actor: { readonly personId: string | null; readonly isOwner: boolean },
  now: number,
): readonly Refusal[] {
  if (now >= endOfDay(delegation.endsAt))
    return refuse('delegation_over', `It ended on ${formatDay(delegation.endsAt)}. Propose a new one.`)
  if (actor.personId === delegation.fromPersonId) return []
  if (actor.isOwner && actor.personId !== delegation.toPersonId) return []
  return refuse(
    'delegation_not_yours',
    'Whoever is stood in for grants it, or an owner of the organisation who is not the deputy.',
  )
}
