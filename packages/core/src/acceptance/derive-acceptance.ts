import type { AcceptanceInput } from '../chain/chain-snapshot.ts'
import { type AcceptanceGround, type AcceptanceSetting, acceptanceEnds, type EndReason } from './acceptance-ends.ts'

/** `reopened`: recorded as reopened, or valid on paper while something it rests on has ended it. */
export type AcceptanceStanding = 'valid' | 'reopened' | 'withdrawn'

export type DerivedAcceptance = {
  readonly id: string
  readonly riskId: string
  readonly acceptedAt: number
  readonly acceptedByName: string
  readonly expiresAt: number
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
  const reasons = acceptance.status === 'valid' ? acceptanceEnds(acceptance, ground, setting, t) : []
  return {
    id: acceptance.id,
    riskId: acceptance.riskId,
    acceptedAt: acceptance.acceptedAt,
    acceptedByName: setting.people.get(acceptance.acceptedByPersonId)?.name ?? 'a person no longer listed',
    expiresAt: acceptance.expiresAt,
    standing: reasons.length > 0 ? 'reopened' : acceptance.status,
    reasons,
  }
}
