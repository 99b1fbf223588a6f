import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import type { Explanation } from '../explanation/explanation.ts'
import { riskRef } from '../explanation/people-ref.ts'
import type { LossState } from '../loss/price-risk.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'
import type { DerivedPortfolio } from './derive-portfolio.ts'

/** The derived portfolio with what it was derived from. */
export type PortfolioGround = {
  readonly portfolio: DerivedPortfolio
  readonly risks: readonly DerivedRisk[]
  readonly methodology: MethodologyInput
}

/** Why the sum of all risks in a state is what it is: every counted risk, the largest first. */
export function explainPortfolioLoss({ portfolio, risks }: PortfolioGround, state: LossState, t: number): Explanation {
  return {
    label: `Expected yearly loss of all risks, ${state}`,
    value: portfolio.lossMinor[state],
    unit: 'minor',
    formula: 'sum over all risks that are not closed',
    asOf: t,
    terms: termsBySize(risks, t, (risk) => risk.states?.[state].expectedMinor ?? null, 'minor'),
  }
}

/** Why the assurance gap is what it is: proven − claimed, then what each risk adds to it. */
export function explainGap(ground: PortfolioGround, t: number): Explanation {
  const { portfolio, risks } = ground
  const sum = (state: LossState): Explanation => ({
    label: `Expected yearly loss of all risks, ${state}`,
    value: portfolio.lossMinor[state],
    unit: 'minor',
    asOf: t,
    terms: [],
  })
  const gap = ({ states }: DerivedRisk) =>
    states === null ? null : states.proven.expectedMinor - states.claimed.expectedMinor
  return {
    label: 'Assurance gap: the part of the claimed reduction that nothing up to date proves',
    value: portfolio.gapMinor,
    unit: 'minor',
    formula: 'proven − claimed',
    asOf: t,
    terms: [
      sum('proven'),
      sum('claimed'),
      {
        label: 'By risk',
        value: portfolio.gapMinor,
        unit: 'minor',
        formula: 'sum of proven − claimed',
        asOf: t,
        terms: termsBySize(risks, t, gap, 'minor'),
      },
    ],
  }
}

/** Why the probability that some event of a year costs more than the appetite's amount is what it is. */
export function explainExceed({ portfolio, risks, methodology }: PortfolioGround, t: number): Explanation {
  return {
    label: 'Probability that at least one event of a year costs more than the appetite’s amount',
    value: portfolio.exceedProbability,
    unit: 'probability',
    formula: '1 − Π (1 − probability of each risk), risks independent',
    asOf: t,
    terms: [
      { label: 'The amount', value: methodology.appetite.exceedMinor, unit: 'minor', asOf: t, terms: [] },
      ...termsBySize(risks, t, (risk) => (risk.states === null ? null : risk.provenExceedProbability), 'probability'),
    ],
  }
}

/** Why the portfolio is within the appetite or exceeds it. */
export function explainAppetite(ground: PortfolioGround, t: number): Explanation {
  const { portfolio, methodology } = ground
  const { appetite } = methodology
  const label = `Methodology version ${methodology.version}`
  return {
    label: 'Risk appetite',
    value: portfolio.appetite.within ? 'within' : 'exceeded',
    unit: 'state',
    formula: 'proven yearly loss and probability must both be within',
    source: { entity: 'methodology', id: methodology.id, ref: label, label },
    asOf: t,
    terms: [
      { label: 'Proven expected yearly loss', value: portfolio.lossMinor.proven, unit: 'minor', asOf: t, terms: [] },
      { label: 'Appetite: at most, a year', value: appetite.yearlyLossMinor, unit: 'minor', asOf: t, terms: [] },
      explainExceed(ground, t),
      {
        label: 'Appetite: probability at most',
        value: appetite.exceedProbability,
        unit: 'probability',
        asOf: t,
        terms: [],
      },
    ],
  }
}

function termsBySize(
  risks: readonly DerivedRisk[],
  t: number,
  of: (risk: DerivedRisk) => number | null,
  unit: 'minor' | 'probability',
): readonly Explanation[] {
  return risks
    .filter((risk) => risk.counted)
    .map((risk): Explanation => {
      const source = { entity: 'risk', id: risk.id, ref: riskRef(risk.number), label: risk.title } as const
      const estimated = risk.states === null ? ', not estimated' : ''
      return {
        label: `${source.ref} ${risk.title}${estimated}`,
        value: of(risk),
        unit,
        source,
        asOf: t,
        terms: [],
      }
    })
    .sort((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0))
}
