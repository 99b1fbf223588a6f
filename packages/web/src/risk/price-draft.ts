import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { ControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import type { MethodologyInput, RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import { estimateInputOf } from '@sinew/core/estimate/estimate-input.ts'
import { expectedReduction } from '@sinew/core/loss/effect.ts'
import type { EstimateInput } from '@sinew/core/loss/loss-law.ts'
import type { LossState } from '@sinew/core/loss/loss-state.ts'
import { type ControlShares, countedShare } from '@sinew/core/loss/price-risk.ts'
import { deriveRisk, type PricedState } from '@sinew/core/risk/derive-risk.ts'

/** What of a risk can be tried out on its page before it is saved. */
export type RiskDraft = Pick<RiskDetail, 'frequency' | 'lossMinor' | 'lossCapMinor'> &
  Partial<Pick<RiskDetail, 'frequencyShape' | 'lossShape' | 'secondaryLosses'>> & {
    /** Where the figures were taken over from: a pool, or what one person said. */
    readonly takenOver?: { readonly note: string; readonly basis: string }
  }

export type PricedStates = Readonly<Record<LossState, PricedState>>

/** The risk as core's rules see it, with the draft's figures in place of the saved ones. */
export function toRiskInput(risk: RiskDetail, draft: RiskDraft = risk): RiskInput {
  return {
    id: risk.id,
    number: risk.number,
    title: risk.title,
    category: risk.category,
    status: risk.status,
    ownerId: risk.ownerId,
    assessedBy: risk.assessedBy,
    treatment: risk.treatment,
    ...toEstimateInput(risk, draft),
    ...(risk.containedSaved === null ? {} : { containedSaved: risk.containedSaved }),
    links: risk.controls.map(({ controlId, effect, reduction, coverage }) => ({
      controlId,
      effect,
      reduction,
      coverage,
    })),
    assetIds: risk.assets.map(({ id }) => id),
  }
}

/** The figures as core's rules see them: further losses stay unless the draft says otherwise, laws of their own do not. */
export function toEstimateInput(risk: RiskDetail, draft: RiskDraft): EstimateInput {
  return estimateInputOf({ ...draft, secondaryLosses: draft.secondaryLosses ?? risk.secondaryLosses })
}

/** The four states, priced here and now by the same code as at the server; null without a usable estimate. */
export function priceDraft(risk: RiskDetail, draft: RiskDraft, methodology: MethodologyContent): PricedStates | null {
  const controls = new Map(risk.controls.map((link) => [link.controlId, sharesOf(link)]))
  const input: MethodologyInput = { ...methodology, id: '', version: 0 }
  return deriveRisk(toRiskInput(risk, draft), (id) => controls.get(id), input).states
}

/** Before a link was derived for the first time, what is implemented is claimed and nothing is proven. */
export function sharesOf(link: ControlLink): ControlShares {
  const claimedShare = link.claimedShare ?? (link.applicable && link.implementation === 'implemented' ? 1 : 0)
  return { applicable: link.applicable, claimedShare, assurance: link.assurance ?? 0 }
}

/** The share of the frequency or loss that one control takes away in a state, or the share of the events that it contains. */
export function takenAway(link: ControlLink, state: LossState): number {
  return link.coverage * countedShare(sharesOf(link), state) * expectedReduction(link.reduction)
}
