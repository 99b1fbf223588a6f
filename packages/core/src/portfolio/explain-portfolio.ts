import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import type { Explanation } from '../explanation/explanation.ts'
import { riskRef } from '../explanation/people-ref.ts'
import { engineVersion } from '../loss/engine-version.ts'
import type { LossState } from '../loss/loss-state.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'
import type { DerivedPortfolio } from './derive-portfolio.ts'

/** The derived portfolio with what it was derived from. */
export type PortfolioGround = {
  readonly portfolio: DerivedPortfolio
  readonly risks: readonly DerivedRisk[]
  readonly methodology: MethodologyInput
  readonly currency: string
}

/** Why the sum of all risks in a state is what it is: every counted risk, the largest first. */
export function explainPortfolioLoss({ portfolio, risks }: PortfolioGround, state: LossState, t: number): Explanation {
  return {
    label: `Expected yearly loss of all risks, ${state}`,
    value: portfolio.lossMinor[state],
    unit: 'minor',
    formula: 'sum over all risks that are not closed',
    asOf: t,
    terms: termsBySize(risks, t, (risk) => risk.states?.[state].expectedMinor ?? null),
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
        terms: termsBySize(risks, t, gap),
      },
    ],
  }
}

const tailWords: Readonly<Record<LossState, string>> = {
  inherent: 'without any control',
  claimed: 'as claimed',
  proven: 'as proven',
  target: 'at the target',
}

/** Why one year in ten costs more than it does: the whole distribution in its figures, and the risks that it is the sum of. */
export function explainTail({ portfolio, risks }: PortfolioGround, state: LossState, t: number): Explanation {
  const { sdMinor, noneProbability, exceededMinor } = portfolio.tail[state]
  const term = (label: string, value: number, unit: 'minor' | 'probability'): Explanation => {
    return { label, value, unit, asOf: t, terms: [] }
  }
  return {
    label: `Loss that one year in ten exceeds, ${tailWords[state]}`,
    value: exceededMinor[10],
    unit: 'minor',
    formula: `90 % quantile of the sum of all risks, independent of each other: compound distributions joined by Fourier transform (engine ${engineVersion})`,
    asOf: t,
    terms: [
      term('Expected loss of a year', portfolio.lossMinor[state], 'minor'),
      term('Standard deviation of a year', sdMinor, 'minor'),
      term('A year without any loss', noneProbability, 'probability'),
      term('One year in two exceeds', exceededMinor[2], 'minor'),
      term('One year in twenty exceeds', exceededMinor[20], 'minor'),
      term('One year in a hundred exceeds', exceededMinor[100], 'minor'),
      {
        label: 'Expected loss by risk',
        value: portfolio.lossMinor[state],
        unit: 'minor',
        asOf: t,
        terms: termsBySize(risks, t, (risk) => risk.states?.[state].expectedMinor ?? null),
      },
    ],
  }
}

function termsBySize(
  risks: readonly DerivedRisk[],
  t: number,
  of: (risk: DerivedRisk) => number | null,
): readonly Explanation[] {
  return risks
    .filter((risk) => risk.counted)
    .map((risk): Explanation => {
      const source = { entity: 'risk', id: risk.id, ref: riskRef(risk.number), label: risk.title } as const
      const estimated = risk.states === null ? ', not estimated' : ''
      return {
        label: `${source.ref} ${risk.title}${estimated}`,
        value: of(risk),
        unit: 'minor',
        source,
        asOf: t,
        terms: [],
      }
    })
    .sort((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0))
}
