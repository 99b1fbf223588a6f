import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import type { Explanation } from '../explanation/explanation.ts'
import { riskRef } from '../explanation/people-ref.ts'
import type { LossState } from '../loss/loss-state.ts'
import type { DerivedRisk } from './derive-risk.ts'

/** Why a risk has its level in a state: the bands its rate and its mean loss fall into. */
export function explainLevel(
  risk: DerivedRisk,
  state: LossState,
  methodology: MethodologyInput,
  t: number,
): Explanation {
  const source = { entity: 'risk', id: risk.id, ref: riskRef(risk.number), label: risk.title } as const
  const priced = risk.states?.[state]
  if (priced === undefined) {
    return {
      label: `${source.ref} has no usable estimate`,
      value: 'not rated',
      unit: 'state',
      source,
      asOf: t,
      terms: [],
    }
  }
  const { medium, high, critical } = methodology.levelThresholds
  const likelihood = methodology.likelihoodBands[priced.likelihoodBand]
  const consequence = methodology.consequenceBands[priced.consequenceBand]
  return {
    label: `Level of ${source.ref}`,
    value: priced.level,
    unit: 'state',
    formula: `likelihood × consequence: medium from ${medium}, high from ${high}, critical from ${critical}`,
    source,
    asOf: t,
    terms: [
      {
        label: `Likelihood band ${priced.likelihoodBand + 1}, ${likelihood?.name ?? 'unnamed'}: events a year`,
        value: priced.ratePerYear,
        unit: 'per_year',
        asOf: t,
        terms: [],
      },
      {
        label: `Consequence band ${priced.consequenceBand + 1}, ${consequence?.name ?? 'unnamed'}: mean loss of one event`,
        value: priced.eventMinor,
        unit: 'minor',
        asOf: t,
        terms: [],
      },
      methodologyTerm(methodology, t),
    ],
  }
}

function methodologyTerm(methodology: MethodologyInput, t: number): Explanation {
  const label = `Methodology version ${methodology.version}`
  return {
    label,
    value: methodology.version,
    unit: 'count',
    source: { entity: 'methodology', id: methodology.id, ref: label, label },
    asOf: t,
    terms: [],
  }
}
