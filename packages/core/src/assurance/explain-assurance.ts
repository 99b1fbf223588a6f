import type { ControlInput } from '../chain/chain-snapshot.ts'
import { deriveControl } from '../control/derive-control.ts'
import { implementedShare } from '../control/implemented-share.ts'
import type { Explanation, ObjectSource } from '../explanation/explanation.ts'
import { provenMean } from './assurance.ts'
import { explainNeed, explainNeedProof } from './explain-need.ts'

export function controlSource(control: Pick<ControlInput, 'id' | 'ref' | 'title'>): ObjectSource {
  return { entity: 'control', id: control.id, ref: control.ref, label: control.title }
}

/** Why a control's assurance is what it is at `t`: a = g · Σ w·φ·r·p / Σ w. */
export function explainAssurance(control: ControlInput, t: number): Explanation {
  const derived = deriveControl(control, t)
  return {
    label: `Assurance of ${control.ref}`,
    value: derived.assurance,
    unit: 'share',
    formula: 'g · Σ w·φ·r·p ÷ Σ w',
    source: controlSource(control),
    asOf: t,
    terms: [explainClaimedShare(control, t), meanTerm(control, t)],
  }
}

function meanTerm(control: ControlInput, t: number): Explanation {
  const { needs } = deriveControl(control, t)
  const weights = new Map(needs.map((need) => [need.needId, need.weight]))
  return {
    label: needs.length === 0 ? 'No evidence need is defined' : 'Mean of its evidence needs by weight',
    value: provenMean(needs),
    unit: 'share',
    formula: needs.length === 0 ? 'no need: 0' : 'Σ w·φ·r·p ÷ Σ w',
    asOf: t,
    terms: control.needs.map((need) => {
      const explained = explainNeed(need, control, t)
      const weight = {
        label: 'Weight w',
        value: weights.get(need.id) ?? 0,
        unit: 'weight',
        asOf: t,
        terms: [],
      } as const
      return { ...explained, terms: [weight, ...explained.terms] }
    }),
  }
}

/** Why a control claims this share: what is implemented, nothing when it is excluded. */
export function explainClaimedShare(control: ControlInput, t: number): Explanation {
  const words = control.applicable ? control.implementation.replace('_', ' ') : 'excluded from the statement'
  return {
    label: `Implemented share g of ${control.ref}: ${words}`,
    value: implementedShare(control),
    unit: 'share',
    formula: 'planned 0 … partly its share … implemented 1; excluded 0',
    source: controlSource(control),
    asOf: t,
    terms: [],
  }
}

/** Why a line of the Statement of Applicability is proven, stale, unproven, failing or excluded. */
export function explainLineProof(control: ControlInput, t: number): Explanation {
  const derived = deriveControl(control, t)
  const weighed = new Set(derived.needs.filter((need) => need.weight > 0).map((need) => need.needId))
  return {
    label: `Proof of ${control.ref}`,
    value: derived.proof,
    unit: 'state',
    formula: 'the worst of its needs; at most unproven without a need or while nothing is in place',
    source: { ...controlSource(control), entity: 'soa_line' },
    asOf: t,
    terms: [
      explainClaimedShare(control, t),
      ...control.needs.filter((need) => weighed.has(need.id)).map((need) => explainNeedProof(need, control, t)),
    ],
  }
}
