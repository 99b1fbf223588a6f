import { hasPermission, type Role } from '../access/permissions.ts'
import type { RiskStatus } from '../chain/chain-snapshot.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { editRefusals } from '../risk/risk-edit-rules.ts'

/** `passed`: saw the others' figures without giving own ones; `withdrawn`: took own ones back. */
export const estimateStatuses = ['given', 'passed', 'withdrawn'] as const
export type EstimateStatus = (typeof estimateStatuses)[number]

/**
 * Whether the figures of others are shown: to whoever has given their own or passed, and to readers who cannot give any. What
 * others said pulls everybody's figures towards it, so it comes after.
 */
export function mayLook(reader: { readonly canGive: boolean; readonly ownStatus: EstimateStatus | null }): boolean {
  return !reader.canGive || reader.ownStatus === 'given' || reader.ownStatus === 'passed'
}

/** Why this person cannot give figures of their own for a risk. */
export function giveRefusals(status: RiskStatus, person: { readonly active: boolean } | null): readonly Refusal[] {
  const closed = editRefusals(status)
  if (closed.length > 0) return closed
  return person?.active
    ? []
    : refuse(
        'estimator-unknown',
        'Your account belongs to nobody in the list of people, so nobody could say whose figures these are.',
      )
}

/** Why somebody who has nothing of their own standing cannot take it back. */
export function withdrawRefusals(ownStatus: EstimateStatus | null): readonly Refusal[] {
  return ownStatus === 'given' ? [] : refuse('nothing-to-withdraw', 'You have no estimate of this risk to take back.')
}

/** Why a person who has given figures cannot pass. */
export function passRefusals(ownStatus: EstimateStatus | null): readonly Refusal[] {
  return ownStatus === 'given'
    ? refuse('already-given', 'You have given your figures: the others’ are shown already.')
    : []
}

export type Asked = {
  readonly name: string
  readonly active: boolean
  /** Of the account they sign in with; null without one. */
  readonly role: Role | null
}

/** Why somebody cannot be asked for an estimate. */
export function askRefusals({ name, active, role }: Asked): readonly Refusal[] {
  if (!active) return refuse('asked-has-left', `${name} has left.`)
  if (role === null) return refuse('asked-cannot-sign-in', `${name} cannot sign in yet: invite them first.`)
  if (!hasPermission(role, 'risk:write')) {
    return refuse('asked-may-not-estimate', `${name} is ${role} here, which reads but does not write.`)
  }
  return []
}

/** Whether somebody who was asked still owes an answer: whatever they did before they were asked (again) does not count. */
export function isOpenRequest(askedAtMs: number, answeredAtMs: number | null): boolean {
  return answeredAtMs === null || answeredAtMs < askedAtMs
}
