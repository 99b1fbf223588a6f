import type { RiskStatus } from '../chain/chain-snapshot.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** Why a risk cannot be edited, estimated or treated as it stands. */
export function editRefusals(status: RiskStatus): readonly Refusal[] {
  if (status !== 'closed') return []
  return refuse('risk-closed', 'The risk is closed: open it again before changing it.')
}

/**
 * Why a risk cannot be removed. Removing is for what was entered by mistake; what somebody decided on is a record, and is
 * closed instead (ISO/IEC 27001 8.2, 8.3). It takes the risk's loss out of every sum, so it needs a reason.
 */
export function removeRefusals(risk: { readonly wasAccepted: boolean }, reason: string): readonly Refusal[] {
  if (risk.wasAccepted) {
    return refuse('risk-was-accepted', 'Its owner once accepted this risk, so it is a record: close it instead.')
  }
  return reason.trim() === '' ? refuse('risk-removed-without-reason', 'Say why the risk is removed.') : []
}
