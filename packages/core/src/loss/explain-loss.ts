import { explainAssurance, explainClaimedShare } from '../assurance/explain-assurance.ts'
import type { ControlInput, ControlLink, MethodologyInput, RiskInput } from '../chain/chain-snapshot.ts'
import { deriveControl } from '../control/derive-control.ts'
import type { Explanation, ObjectSource } from '../explanation/explanation.ts'
import { riskRef } from '../explanation/people-ref.ts'
import { formatDay } from '../time/calendar.ts'
import { expectedReduction } from './effect.ts'
import { type LossLaw, lossLawOf } from './loss-law.ts'
import { countedShare, estimateLoss, type LossEstimate, type LossState, leftIn, linksInOrder } from './price-risk.ts'

export type LossSetting = {
  readonly controls: ReadonlyMap<string, ControlInput>
  readonly methodology: MethodologyInput
}

export function riskSource(risk: Pick<RiskInput, 'id' | 'number' | 'title'>): ObjectSource {
  return { entity: 'risk', id: risk.id, ref: riskRef(risk.number), label: risk.title }
}

const stateWords: Readonly<Record<LossState, string>> = {
  inherent: 'without any control',
  claimed: 'as the controls are claimed to work',
  proven: 'as far as evidence proves the controls',
  target: 'when all linked controls are in place and proven',
}

/** Why the expected yearly loss of a risk in a state is what it is at `t`; null value without a usable estimate. */
export function explainLoss(risk: RiskInput, state: LossState, setting: LossSetting, t: number): Explanation {
  const ref = riskRef(risk.number)
  const about = { unit: 'minor', source: riskSource(risk), asOf: t } as const
  const law = lossLawOf(risk)
  if (law === null) return { ...about, label: `${ref} has no usable estimate`, value: null, terms: [] }
  const sharesOf = (id: string) => {
    const control = setting.controls.get(id)
    return control === undefined ? undefined : deriveControl(control, t)
  }
  const estimate = estimateLoss(law, leftIn(risk, sharesOf, state, setting.methodology.maxReduction))
  return {
    ...about,
    label: `Expected yearly loss of ${ref}, ${stateWords[state]}`,
    value: estimate.expectedMinor,
    formula: 'events a year · mean loss of one event',
    terms: [rateTerm(risk, state, law, estimate, setting, t), eventTerm(risk, state, law, estimate, setting, t)],
  }
}

type TermOf = (
  risk: RiskInput,
  state: LossState,
  law: LossLaw,
  estimate: LossEstimate,
  setting: LossSetting,
  t: number,
) => Explanation

const rateTerm: TermOf = (risk, state, law, estimate, setting, t) => ({
  label: 'Events a year after controls',
  value: estimate.ratePerYear,
  unit: 'per_year',
  formula: 'mean rate · (1 − joint reduction)',
  asOf: t,
  terms: [
    {
      label: 'Mean rate without any control',
      value: law.meanRate,
      unit: 'per_year',
      formula: `e^(μ + σ²/2), lognormal with 90 % between ${risk.frequency?.low} and ${risk.frequency?.high}`,
      source: riskSource(risk),
      asOf: t,
      terms: [],
    },
    reductionTerm(risk, state, 'frequency', estimate.frequencyReduction, setting, t),
  ],
})

const eventTerm: TermOf = (risk, state, law, estimate, setting, t) => ({
  label: 'Mean loss of one event after controls',
  value: estimate.eventMinor,
  unit: 'minor',
  formula: 'mean loss · (1 − joint reduction)',
  asOf: t,
  terms: [
    {
      label: `Mean loss of one event without any control${risk.lossCapMinor === null ? '' : ', after the cap'}`,
      value: law.meanLoss,
      unit: 'minor',
      formula:
        risk.lossCapMinor === null
          ? 'e^(μ + σ²/2), lognormal from the 90 % interval'
          : 'E[min(X, cap)], X lognormal from the 90 % interval',
      source: riskSource(risk),
      asOf: t,
      terms: lossInputs(risk, t),
    },
    reductionTerm(risk, state, 'loss', estimate.lossReduction, setting, t),
  ],
})

function lossInputs(risk: RiskInput, t: number): readonly Explanation[] {
  const term = (label: string, value: number | null): Explanation => ({
    label,
    value,
    unit: 'minor',
    asOf: t,
    terms: [],
  })
  const ends = [
    term('5 % of events cost less than', risk.lossMinor?.low ?? null),
    term('5 % cost more than', risk.lossMinor?.high ?? null),
  ]
  return risk.lossCapMinor === null ? ends : [...ends, term('No event costs more than', risk.lossCapMinor)]
}

function reductionTerm(
  risk: RiskInput,
  state: LossState,
  effect: ControlLink['effect'],
  value: number,
  setting: LossSetting,
  t: number,
): Explanation {
  const links = linksInOrder(risk.links).filter((link) => link.effect === effect)
  const avoided = state === 'target' && risk.treatment === 'avoid'
  const limit = `${Math.round(setting.methodology.maxReduction * 100)} %`
  return {
    label: `Joint reduction of the ${effect === 'frequency' ? 'frequency' : 'loss of each event'}`,
    value,
    unit: 'share',
    formula: avoided ? 'the risk is avoided: no event at all' : `1 − Π (1 − share · reduction), at most ${limit}`,
    asOf: t,
    terms: avoided || state === 'inherent' ? [] : links.map((link) => linkTerm(link, state, setting, t)),
  }
}

function linkTerm(link: ControlLink, state: LossState, setting: LossSetting, t: number): Explanation {
  const control = setting.controls.get(link.controlId)
  const reduction = expectedReduction(link.reduction)
  const range = `${Math.round(link.reduction.low * 100)}–${Math.round(link.reduction.high * 100)} %`
  const middle: Explanation = {
    label: `Reduction when it works: middle of ${range}`,
    value: reduction,
    unit: 'share',
    asOf: t,
    terms: [],
  }
  if (control === undefined) {
    return {
      label: 'A control that no longer exists',
      value: 0,
      unit: 'share',
      formula: 'counts for nothing',
      asOf: t,
      terms: [middle],
    }
  }
  const share = countedShare(deriveControl(control, t), state)
  return {
    label: `${control.ref} ${control.title}`,
    value: share * reduction,
    unit: 'share',
    formula: 'share · reduction',
    source: { entity: 'control', id: control.id, ref: control.ref, label: control.title },
    asOf: t,
    terms: [shareTerm(control, state, share, t), middle],
  }
}

function shareTerm(control: ControlInput, state: LossState, share: number, t: number): Explanation {
  if (!control.applicable) return explainClaimedShare(control, t)
  if (state === 'proven') return explainAssurance(control, t)
  if (state === 'claimed') return explainClaimedShare(control, t)
  return { label: `Counted in full on ${formatDay(t)}, as planned`, value: share, unit: 'share', asOf: t, terms: [] }
}
