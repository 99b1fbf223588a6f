import type { ChainSnapshot, RiskInput } from '../chain/chain-snapshot.ts'
import { lossLawOf } from '../loss/loss-law.ts'
import { type ControlShares, estimateLoss, reductionsOf, type SharesOf } from '../loss/price-risk.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'
import type { DerivedControl } from './derive-control.ts'

/** The parts of a derived chain that gaps are taken from. */
export type PricedChain = { readonly controls: readonly DerivedControl[]; readonly risks: readonly DerivedRisk[] }

/**
 * What it is worth to prove a control: by how much the proven yearly loss of all open risks would fall, in minor units, if
 * everything this control claims were proven and nothing else changed. Controls without such a part are not in the map. The
 * parts do not add up to the assurance gap: two controls that lower one risk share what they win.
 */
export function controlGaps(snapshot: ChainSnapshot, { controls, risks }: PricedChain): ReadonlyMap<string, number> {
  const controlById = new Map(controls.map((control) => [control.id, control]))
  const inputs = new Map(snapshot.risks.map((risk) => [risk.id, risk]))
  const gaps = new Map<string, number>()
  for (const risk of risks) {
    const input = inputs.get(risk.id)
    if (input === undefined || !risk.counted || risk.states === null) continue
    const proven = risk.states.proven.expectedMinor
    for (const [controlId, provenThen] of provenAlone(input, controlById, snapshot.methodology.maxReduction)) {
      if (provenThen < proven) gaps.set(controlId, (gaps.get(controlId) ?? 0) + proven - provenThen)
    }
  }
  return gaps
}

/** For each unproven control of a risk: the risk's proven loss if that control alone counted as claimed. */
function provenAlone(
  risk: RiskInput,
  controlById: ReadonlyMap<string, DerivedControl>,
  maxReduction: number,
): readonly (readonly [string, number])[] {
  const law = lossLawOf(risk)
  if (law === null) return []
  const unproven = [...new Set(risk.links.map((link) => link.controlId))].filter((id) => {
    const control = controlById.get(id)
    return control?.applicable === true && control.assurance < control.claimedShare
  })
  return unproven.map((id) => {
    const sharesOf: SharesOf = (other) => {
      const control: ControlShares | undefined = controlById.get(other)
      return control !== undefined && other === id ? { ...control, assurance: control.claimedShare } : control
    }
    return [id, estimateLoss(law, reductionsOf(risk, sharesOf, 'proven', maxReduction)).expectedMinor] as const
  })
}
