import type { Explanation } from '../explanation/explanation.ts'
import { formatMoneyShort } from '../money/format-money.ts'
import type { PointVerdict } from './appetite.ts'
import { policyTerm } from './explain-cover.ts'
import type { PortfolioGround } from './explain-portfolio.ts'

/** Why the proven curve takes up the share of the appetite that it does: the point where it takes up most, and the others. */
export function explainAppetiteRatio({ portfolio, currency }: PortfolioGround, t: number): Explanation {
  const { points, ratio } = portfolio.appetite
  return {
    label: 'Largest share of what the appetite allows a year',
    value: ratio,
    unit: 'ratio',
    formula: 'largest of probability of a year that costs more ÷ probability allowed; above 1 it is exceeded',
    asOf: t,
    terms: points.map((point) => pointTerm(point, currency, t)),
  }
}

/** Why the portfolio is within the appetite or exceeds it. */
export function explainAppetite(ground: PortfolioGround, t: number): Explanation {
  const { portfolio, methodology } = ground
  const label = `Methodology version ${methodology.version}`
  return {
    label: 'Risk appetite',
    value: portfolio.appetite.within ? 'within' : 'exceeded',
    unit: 'state',
    formula: `the proven expected loss and the proven curve at every point must be within, ${basisOf(ground) === 'after' ? 'after' : 'before'} insurance`,
    source: { entity: 'methodology', id: methodology.id, ref: label, label },
    asOf: t,
    terms: [
      judgedLoss(ground, t),
      {
        label: 'Appetite: at most, a year',
        value: methodology.appetite.yearlyLossMinor,
        unit: 'minor',
        asOf: t,
        terms: [],
      },
      explainAppetiteRatio(ground, t),
    ],
  }
}

/** After insurance only where the methodology says so and a policy is in force. */
function basisOf({ portfolio, methodology }: PortfolioGround): 'before' | 'after' {
  return methodology.appetite.afterInsurance && portfolio.borne !== null ? 'after' : 'before'
}

function judgedLoss(ground: PortfolioGround, t: number): Explanation {
  const { lossMinor, borne } = ground.portfolio
  if (borne === null || basisOf(ground) === 'before')
    return { label: 'Proven expected yearly loss', value: lossMinor.proven, unit: 'minor', asOf: t, terms: [] }
  return {
    label: 'Proven expected yearly loss, after insurance',
    value: borne.lossMinor.proven,
    unit: 'minor',
    asOf: t,
    terms: borne.policies.map((policy) => policyTerm(policy, t)),
  }
}

function pointTerm(point: PointVerdict, currency: string, t: number): Explanation {
  const term = (label: string, value: number): Explanation => ({
    label,
    value,
    unit: 'probability',
    asOf: t,
    terms: [],
  })
  return {
    label: `A year that costs more than ${formatMoneyShort(point.amountMinor, currency)}`,
    value: point.proven / point.probability,
    unit: 'ratio',
    formula: 'proven ÷ allowed',
    asOf: t,
    terms: [
      term('Probability as proven', point.proven),
      term('Probability as claimed', point.claimed),
      term('Allowed at most', point.probability),
    ],
  }
}
