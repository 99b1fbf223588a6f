import { explainAssurance, explainClaimedShare } from '../assurance/explain-assurance.ts'
import type {
  ControlInput,
  ControlLink,
  LinkEffect,
  MethodologyInput,
  RiskInput,
  SecondaryLoss,
} from '../chain/chain-snapshot.ts'
import { deriveControl } from '../control/derive-control.ts'
import type { Explanation, ObjectSource } from '../explanation/explanation.ts'
import { riskRef } from '../explanation/people-ref.ts'
import { formatDay } from '../time/calendar.ts'
import { expectedReduction } from './effect.ts'
import { cappedMoment, lognormalFrom90 } from './lognormal.ts'
import { type LossLaw, lossLawOf } from './loss-law.ts'
import type { LossState } from './loss-state.ts'
import { countedShare, estimateLoss, type LossEstimate, leftIn, linksInOrder } from './price-risk.ts'

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
      formula:
        risk.frequencyShape === undefined
          ? `e^(μ + σ²/2), lognormal with 90 % between ${risk.frequency?.low} and ${risk.frequency?.high}`
          : 'at most one event a year, with this probability',
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
  formula: hasResponse(risk)
    ? 'mean loss · (1 − joint reduction) · (1 − chance contained · share saved)'
    : 'mean loss · (1 − joint reduction)',
  asOf: t,
  terms: [
    {
      label: `Mean loss of one event without any control${risk.lossCapMinor === null ? '' : ', after the cap'}`,
      value: law.meanLoss,
      unit: 'minor',
      formula: lossFormula(risk),
      source: riskSource(risk),
      asOf: t,
      terms: lossInputs(risk, t),
    },
    reductionTerm(risk, state, 'loss', estimate.lossReduction, setting, t),
    ...(hasResponse(risk) ? containmentTerms(risk, state, estimate, setting, t) : []),
  ],
})

const hasResponse = ({ links }: RiskInput) => links.some(({ effect }) => effect === 'response')

/** An event that is contained costs what is not saved of it; one that is not costs in full. */
function containmentTerms(
  risk: RiskInput,
  state: LossState,
  estimate: LossEstimate,
  setting: LossSetting,
  t: number,
): readonly Explanation[] {
  const saved: Explanation = {
    label:
      risk.containedSaved === undefined ? 'A contained event saves: nobody has said it' : 'A contained event saves',
    value: risk.containedSaved ?? 0,
    unit: 'share',
    source: riskSource(risk),
    asOf: t,
    terms: [],
  }
  return [reductionTerm(risk, state, 'response', estimate.containment, setting, t), saved]
}

function lossFormula({ lossCapMinor, lossShape, secondaryLosses = [] }: RiskInput): string {
  const law =
    lossShape === undefined
      ? 'lognormal from the 90 % interval'
      : lossShape.kind === 'pert'
        ? 'PERT: (least + 4 · most likely + most) / 6'
        : `one of ${lossShape.amountsMinor.length} amounts, each as likely`
  const capped = lossCapMinor === null ? `E[X], X ${law}` : `E[min(X, cap)], X ${law}`
  return secondaryLosses.length === 0 ? capped : `${capped}; plus probability · mean of each further loss`
}

const reductionLabels: Readonly<Record<LinkEffect, string>> = {
  frequency: 'Joint reduction of the frequency',
  loss: 'Joint reduction of the loss of each event',
  response: 'Chance that an event is contained',
}

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
  const cap = risk.lossCapMinor === null ? [] : [term('No event costs more than', risk.lossCapMinor)]
  return [...ends, ...cap, ...(risk.secondaryLosses ?? []).map((loss) => secondaryTerm(loss, t))]
}

function secondaryTerm({ name, probability, lossMinor, mostMinor }: SecondaryLoss, t: number): Explanation {
  const law = lognormalFrom90(lossMinor)
  const mean = law === null ? 0 : cappedMoment(law, mostMinor, 1)
  return {
    label: name,
    value: probability * mean,
    unit: 'minor',
    formula: 'probability · mean',
    asOf: t,
    terms: [
      { label: 'An event brings it with probability', value: probability, unit: 'probability', asOf: t, terms: [] },
      { label: 'Its mean', value: mean, unit: 'minor', asOf: t, terms: [] },
    ],
  }
}

function reductionTerm(
  risk: RiskInput,
  state: LossState,
  effect: LinkEffect,
  value: number,
  setting: LossSetting,
  t: number,
): Explanation {
  const links = linksInOrder(risk.links).filter((link) => link.effect === effect)
  const avoided = state === 'target' && risk.treatment === 'avoid'
  const limit = `${Math.round(setting.methodology.maxReduction * 100)} %`
  return {
    label: reductionLabels[effect],
    value,
    unit: 'share',
    formula: avoided
      ? 'the risk is avoided: no event at all'
      : `1 − Π (1 − share · ${effect === 'response' ? 'chance' : 'reduction'}), at most ${limit}`,
    asOf: t,
    terms: avoided || state === 'inherent' ? [] : links.map((link) => linkTerm(link, state, setting, t)),
  }
}

function linkTerm(link: ControlLink, state: LossState, setting: LossSetting, t: number): Explanation {
  const control = setting.controls.get(link.controlId)
  const reduction = expectedReduction(link.reduction)
  const range = `${Math.round(link.reduction.low * 100)}–${Math.round(link.reduction.high * 100)} %`
  const middle: Explanation = {
    label: `${link.effect === 'response' ? 'Chance that it contains an event' : 'Reduction'} when it works: middle of ${range}`,
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
  const { coverage } = link
  const covered: readonly Explanation[] =
    coverage === undefined
      ? []
      : [{ label: 'Reaches of the exposure', value: coverage, unit: 'share', asOf: t, terms: [] }]
  return {
    label: `${control.ref} ${control.title}`,
    value: share * (coverage ?? 1) * reduction,
    unit: 'share',
    formula: coverage === undefined ? 'share · reduction' : 'share · reach · reduction',
    source: { entity: 'control', id: control.id, ref: control.ref, label: control.title },
    asOf: t,
    terms: [shareTerm(control, state, share, t), ...covered, middle],
  }
}

function shareTerm(control: ControlInput, state: LossState, share: number, t: number): Explanation {
  if (!control.applicable) return explainClaimedShare(control, t)
  if (state === 'proven') return explainAssurance(control, t)
  if (state === 'claimed') return explainClaimedShare(control, t)
  return { label: `Counted in full on ${formatDay(t)}, as planned`, value: share, unit: 'share', asOf: t, terms: [] }
}
