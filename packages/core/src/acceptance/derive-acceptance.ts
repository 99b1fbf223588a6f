import type { AcceptanceInput } from '../chain/chain-snapshot.ts'
import { formatDay } from '../time/calendar.ts'
import { type AcceptanceGround, type AcceptanceSetting, acceptanceEnds, type EndReason } from './acceptance-ends.ts'

/** `reopened`: recorded as reopened, or valid on paper while something it rests on has ended it. */
export type AcceptanceStanding = AcceptanceInput['status']

export type DerivedAcceptance = {
  readonly id: string
  readonly riskId: string
  readonly acceptedAt: number
  readonly acceptedByName: string
  readonly expiresAt: number
  /** `acceptance by J. Doe of 12 May 2026` */
  readonly label: string
  readonly standing: AcceptanceStanding
  /** Why a valid acceptance ends now; empty when it stands, or when it was reopened or withdrawn before. */
  readonly reasons: readonly EndReason[]
}

export function deriveAcceptance(
  acceptance: AcceptanceInput,
  ground: AcceptanceGround,
  setting: AcceptanceSetting,
  t: number,
): DerivedAcceptance {
  const acceptedByName = setting.people.get(acceptance.acceptedByPersonId)?.name ?? 'a person no longer listed'
  const reasons = acceptance.status === 'valid' ? acceptanceEnds(acceptance, ground, setting, t) : []
  return {
    id: acceptance.id,
    riskId: acceptance.riskId,
    acceptedAt: acceptance.acceptedAt,
    acceptedByName,
    expiresAt: acceptance.expiresAt,
    label: `acceptance by ${acceptedByName} of ${formatDay(acceptance.acceptedAt)}`,
    standing: reasons.length > 0 ? 'reopened' : acceptance.status,
    reasons,
  }
}
