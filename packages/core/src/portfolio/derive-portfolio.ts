import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import type { InsuranceInput } from '../insurance/insured.ts'
import { type LossState, lossStates } from '../loss/loss-state.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'
import { risksInIdOrder } from '../risk/risks-in-id-order.ts'
import { type AppetiteVerdict, appetiteVerdict } from './appetite.ts'
import { type BorneYear, borneYear, verdictThatCounts } from './borne-year.ts'
import type { PortfolioPricer } from './portfolio-pricer.ts'
import { type Tail, tailOf } from './tail.ts'
import { type YearPicture, yearPicture } from './year-picture.ts'

/** The year of all counted risks in each state: expected loss in minor units, and its whole distribution in a few figures. */
export type DerivedPortfolio = {
  readonly lossMinor: Readonly<Record<LossState, number>>
  /** Proven − claimed: the part of the claimed reduction that nothing up to date proves. Never negative. */
  readonly gapMinor: number
  readonly tail: Readonly<Record<LossState, Tail>>
  readonly picture: YearPicture
  readonly countedRisks: number
  /** Counted risks without a usable estimate: they add nothing to the sums, which is said rather than hidden. */
  readonly unestimatedRisks: number
  /** Before insurance, or after it where the methodology says so. */
  readonly appetite: AppetiteVerdict
  /** After insurance; null while no policy is in force. All other figures are before it. */
  readonly borne: BorneYear | null
}

/** What a portfolio is without its distribution: cheap enough for every step of a walk. */
export type PortfolioSums = Pick<DerivedPortfolio, 'lossMinor' | 'gapMinor' | 'countedRisks' | 'unestimatedRisks'>

/** Risks are added in the order of their ids, so the same risks in any order give the same bits. */
export function sumPortfolio(risks: readonly DerivedRisk[]): PortfolioSums {
  return sumsOf(countedRisks(risks))
}

function sumsOf(counted: readonly DerivedRisk[]): PortfolioSums {
  const lossMinor = { inherent: 0, claimed: 0, proven: 0, target: 0 }
  for (const risk of counted) {
    if (risk.states === null) continue
    for (const state of lossStates) lossMinor[state] += risk.states[state].expectedMinor
  }
  return {
    lossMinor,
    gapMinor: lossMinor.proven - lossMinor.claimed,
    countedRisks: counted.length,
    unestimatedRisks: counted.filter((risk) => risk.states === null).length,
  }
}

/**
 * The sums and the whole distribution of the year, the same bits whatever the pricer priced before.
 * @param policies those in force
 */
export function derivePortfolio(
  risks: readonly DerivedRisk[],
  appetite: MethodologyInput['appetite'],
  pricer: PortfolioPricer,
  policies: readonly InsuranceInput[] = [],
): DerivedPortfolio {
  const counted = countedRisks(risks)
  const sums = sumsOf(counted)
  const scenarios = counted.map((risk) => risk.scenarios)
  const curves = pricer.price(scenarios)
  const before = appetiteVerdict(appetite, sums.lossMinor.proven, curves)
  const borne = borneYear(scenarios, policies, appetite, before, pricer)
  return {
    ...sums,
    tail: {
      inherent: tailOf(curves.inherent),
      claimed: tailOf(curves.claimed),
      proven: tailOf(curves.proven),
      target: tailOf(curves.target),
    },
    picture: yearPicture(curves),
    appetite: verdictThatCounts(appetite, before, borne),
    borne,
  }
}

function countedRisks(risks: readonly DerivedRisk[]): readonly DerivedRisk[] {
  return risksInIdOrder(risks.filter((risk) => risk.counted))
}
