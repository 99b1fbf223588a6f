import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { RiskSituation } from '@sinew/core/risk/risk-situation.ts'
import { type PricedStates, toRiskInput } from './price-draft.ts'

/** What the rules of a risk's life look at, from what its page has: the button refuses with the server's sentence. */
export function riskSituationOf(risk: RiskDetail, states: PricedStates | null): RiskSituation {
  const controls = new Map(
    risk.controls
      .filter(({ applicable }) => applicable)
      .map(({ controlId, ref }) => [controlId, { id: controlId, ref }]),
  )
  return {
    risk: toRiskInput(risk),
    owner:
      risk.ownerId === null
        ? null
        : { id: risk.ownerId, name: risk.ownerName ?? '', userId: risk.ownerUserId, active: risk.ownerActive },
    controls: [...controls.values()],
    actions: risk.actions
      .filter(({ status }) => status !== 'cancelled')
      .map(({ number, doneAt }) => ({ number, doneAt: doneAt === null ? null : Date.parse(doneAt) })),
    hasValidAcceptance: risk.acceptance?.status === 'valid',
    provenLevel: states?.proven.level ?? null,
  }
}
