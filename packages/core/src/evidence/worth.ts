import { provenMean } from '../assurance/assurance.ts'
import type { ChainSnapshot, ControlInput, LinkEffect, NeedInput, RiskInput } from '../chain/chain-snapshot.ts'
import type { DerivedControl } from '../control/derive-control.ts'
import type { ControlWorth } from '../loss/control-worth.ts'
import { expectedReduction } from '../loss/effect.ts'
import { lossLawOf } from '../loss/loss-law.ts'
import type { LossState } from '../loss/loss-state.ts'
import { countedShare } from '../loss/price-risk.ts'
import { provenanceWeights } from './evidence-weight.ts'

/** What a chain is worth to prove: by need and by control, in minor units of expected yearly loss. */
export type Worth = {
  /** Proven loss that goes when this one need gets a fresh pass. */
  readonly byNeed: ReadonlyMap<string, number>
  /** Proven loss that goes when this one control is proven as far as it is claimed: its part in the assurance gap. */
  readonly byControl: ReadonlyMap<string, number>
  /** Proven loss that goes when this one control is put in place and proven: what a treatment brings. */
  readonly treated: ReadonlyMap<string, number>
  /** What a year would cost more without this one control, all others as they are: what it earns. */
  readonly kept: ReadonlyMap<string, ControlWorth>
}

/**
 * Expected yearly loss that refreshing each need, or proving each control, would take off the proven loss, everything else as
 * it is. Orders work by what it brings. Parts of several controls do not add up to the gap: they help the same risks.
 */
export function worthOf(snapshot: ChainSnapshot, controls: ReadonlyMap<string, DerivedControl>): Worth {
  const priced = pricedByControl(snapshot, controls, 'proven')
  const claimed = pricedByControl(snapshot, controls, 'claimed')
  const byNeed = new Map<string, number>()
  const byControl = new Map<string, number>()
  const treated = new Map<string, number>()
  const kept = new Map<string, ControlWorth>()
  for (const input of snapshot.controls) {
    const control = controls.get(input.id)
    const lossWith = priced.get(input.id)
    if (control === undefined || lossWith === undefined) continue
    const now = lossWith(control.assurance)
    byControl.set(input.id, now - lossWith(control.claimedShare))
    treated.set(input.id, input.applicable ? now - lossWith(1) : 0)
    const claimedLoss = claimed.get(input.id) ?? lossWith
    kept.set(input.id, {
      claimedMinor: claimedLoss(0) - claimedLoss(control.claimedShare),
      provenMinor: lossWith(0) - now,
    })
    for (const need of input.needs) byNeed.set(need.id, now - lossWith(refreshedAssurance(input, need, control)))
  }
  return { byNeed, byControl, treated, kept }
}

// A fresh pass is worth what the need can get: an observation where a collector serves it, else as its last piece was.
function refreshedAssurance(input: ControlInput, need: NeedInput, control: DerivedControl): number {
  const last = need.newest === null ? 0 : provenanceWeights[need.newest.provenance]
  const share = need.collectorId !== null ? 1 : Math.max(last, provenanceWeights.declared)
  const needs = control.needs.map((standing) =>
    standing.needId === need.id ? { ...standing, share: Math.max(share, standing.share) } : standing,
  )
  return input.applicable ? control.claimedShare * provenMean(needs) : 0
}

type LossWith = (assurance: number) => number

// For each control: the loss of the risks it serves in a state, as a function of its own share, all others as they are.
function pricedByControl(
  snapshot: ChainSnapshot,
  controls: ReadonlyMap<string, DerivedControl>,
  state: LossState,
): ReadonlyMap<string, LossWith> {
  const parts = new Map<string, LossWith[]>()
  for (const risk of snapshot.risks) {
    const law = risk.status === 'closed' ? null : lossLawOf(risk)
    if (law === null) continue
    for (const controlId of new Set(risk.links.map((link) => link.controlId))) {
      if (!controls.has(controlId)) continue
      const part = lossOfRisk(
        risk,
        controlId,
        { controls, state },
        law.meanRate * law.meanLoss,
        snapshot.methodology.maxReduction,
      )
      const list = parts.get(controlId)
      if (list === undefined) parts.set(controlId, [part])
      else list.push(part)
    }
  }
  const sum = (list: readonly LossWith[]) => (assurance: number) => list.reduce((sum, part) => sum + part(assurance), 0)
  return new Map([...parts].map(([id, list]) => [id, sum(list)]))
}

// What the other controls leave is multiplied out once; the control's own links stay variable.
function lossOfRisk(
  risk: RiskInput,
  controlId: string,
  { controls, state }: { readonly controls: ReadonlyMap<string, DerivedControl>; readonly state: LossState },
  inherentMinor: number,
  maxReduction: number,
): LossWith {
  const own: Record<LinkEffect, number[]> = { frequency: [], loss: [], response: [] }
  const left: Record<LinkEffect, number> = { frequency: 1, loss: 1, response: 1 }
  const saved = risk.containedSaved ?? 0
  for (const link of risk.links) {
    const reduction = (link.coverage ?? 1) * expectedReduction(link.reduction)
    if (link.controlId === controlId) own[link.effect].push(reduction)
    else left[link.effect] *= 1 - countedShare(controls.get(link.controlId), state) * reduction
  }
  const kept = (effect: LinkEffect, assurance: number) =>
    Math.max(
      own[effect].reduce((product, reduction) => product * (1 - assurance * reduction), left[effect]),
      1 - maxReduction,
    )
  const uncontained = (assurance: number) => (saved === 0 ? 1 : 1 - saved * (1 - kept('response', assurance)))
  return (assurance) => inherentMinor * kept('frequency', assurance) * kept('loss', assurance) * uncontained(assurance)
}
