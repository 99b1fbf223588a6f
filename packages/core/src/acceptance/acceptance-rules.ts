import type { Role } from '../access/permissions.ts'
import type { AcceptanceRight, MethodologyInput, PersonInput, RiskInput, RiskLevel } from '../chain/chain-snapshot.ts'
import type { Refusal } from '../refusal.ts'
import { addMonths, formatDay } from '../time/calendar.ts'

export type AcceptanceRequest = {
  readonly risk: Pick<RiskInput, 'status' | 'ownerId' | 'assessedBy'>
  /** The proven level, which is what is accepted; null while the risk has no usable estimate. */
  readonly level: RiskLevel | null
  /** Who accepts: the signed-in user, the role they have and the person they are, if any. */
  readonly actor: {
    readonly userId: string
    readonly role: Role
    readonly person: Pick<PersonInput, 'id' | 'active'> | null
    /**
     * In force from the owner to this person, at this level: the right that counts is that of whom they stand in for, with
     * the role they have (null without an account: that of a risk owner).
     */
    readonly delegation?: { readonly role: Role | null } | null
  }
  readonly expiresAt: number
  readonly now: number
  readonly methodology: Pick<MethodologyInput, 'acceptanceRights'>
}

/** Why this person cannot accept this risk until then (ISO/IEC 27001 6.1.3 f; domain rules on who accepts what). */
export function acceptanceRefusals(request: AcceptanceRequest): readonly Refusal[] {
  const { risk, level, actor, methodology } = request
  if (level === null)
    return [{ code: 'acceptance-not-estimated', message: 'A risk without an estimate cannot be accepted.' }]
  const right = rightAt(level, methodology)
  return [
    ...statusRefusals(risk.status),
    ...ownerRefusals(risk.ownerId, actor),
    ...entitlementRefusals(level, right, entitledRole(actor)),
    ...assessorRefusals(level, risk.assessedBy, actor.userId),
    ...expiryRefusals(request, right),
  ]
}

/** The latest expiry the methodology allows at a level, null when nobody may accept it. */
export function latestExpiry(
  level: RiskLevel,
  methodology: Pick<MethodologyInput, 'acceptanceRights'>,
  now: number,
): number | null {
  const right = rightAt(level, methodology)
  return right === undefined || right.mayAccept === 'never' ? null : addMonths(now, right.maxMonths)
}

function rightAt(level: RiskLevel, methodology: Pick<MethodologyInput, 'acceptanceRights'>) {
  return methodology.acceptanceRights.find((right) => right.level === level)
}

function statusRefusals(status: RiskInput['status']): readonly Refusal[] {
  if (status === 'treated' || status === 'accepted') return []
  const message = `The risk is ${status}: what remains can be accepted once its treatment is decided.`
  return [{ code: 'acceptance-not-treated', message }]
}

function ownerRefusals(ownerId: string | null, { person, delegation }: AcceptanceRequest['actor']): readonly Refusal[] {
  if (ownerId === null) return [{ code: 'acceptance-no-owner', message: 'The risk has no owner who could accept it.' }]
  if (person === null || (person.id !== ownerId && !delegation)) {
    const message = 'Only the owner of the risk can accept it, or a deputy with a delegation in force for this level.'
    return [{ code: 'acceptance-not-owner', message }]
  }
  return person.active
    ? []
    : [{ code: 'acceptance-owner-left', message: 'A person who has left cannot accept a risk.' }]
}

function entitledRole({ role, delegation }: AcceptanceRequest['actor']): Role {
  return delegation ? (delegation.role ?? 'contributor') : role
}

const rolesEntitled: Readonly<Record<AcceptanceRight['mayAccept'], readonly Role[]>> = {
  owner: ['owner', 'manager', 'contributor'],
  manager: ['owner', 'manager'],
  top: ['owner'],
  never: [],
}

function entitlementRefusals(level: RiskLevel, right: AcceptanceRight | undefined, role: Role): readonly Refusal[] {
  const mayAccept = right?.mayAccept ?? 'never'
  if (mayAccept === 'never') {
    const message = `The methodology lets nobody accept a ${level} risk: treat it further.`
    return [{ code: 'acceptance-never', message }]
  }
  if (rolesEntitled[mayAccept].includes(role)) return []
  const who =
    mayAccept === 'top'
      ? 'who is top management (owner of the organisation)'
      : mayAccept === 'manager'
        ? 'who is ISMS manager or above'
        : 'with the right to write'
  return [{ code: 'acceptance-not-entitled', message: `A ${level} risk can only be accepted by a risk owner ${who}.` }]
}

function assessorRefusals(level: RiskLevel, assessedBy: string | null, userId: string): readonly Refusal[] {
  if (level === 'low' || assessedBy !== userId) return []
  const message = `Whoever assessed a ${level} risk cannot accept it: a second pair of eyes is needed above low.`
  return [{ code: 'acceptance-by-assessor', message }]
}

function expiryRefusals(request: AcceptanceRequest, right: AcceptanceRight | undefined): readonly Refusal[] {
  const { expiresAt, now } = request
  if (!(expiresAt > now)) {
    return [
      {
        code: 'acceptance-expired',
        message: 'The expiry must be in the future: nothing is accepted for ever or for the past.',
      },
    ]
  }
  if (right === undefined || right.mayAccept === 'never') return []
  const latest = addMonths(now, right.maxMonths)
  if (expiresAt <= latest) return []
  const message = `A ${right.level} risk can be accepted for ${right.maxMonths} months at most, until ${formatDay(latest)}.`
  return [{ code: 'acceptance-too-long', message }]
}
