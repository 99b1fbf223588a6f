import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import { type LossState, lossStates } from '../loss/price-risk.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'

/** Sums over all counted risks: expected yearly loss in minor units in each state. */
export type DerivedPortfolio = {
  readonly lossMinor: Readonly<Record<LossState, number>>
  /** Proven − claimed: the part of the claimed reduction that nothing up to date proves. Never negative. */
  readonly gapMinor: number
  /** Probability that at least one event of a year, of any risk, costs more than the appetite's amount (risks independent). */
  readonly exceedProbability: number
  readonly countedRisks: number
  /** Counted risks without a usable estimate: they add nothing to the sums, which is said rather than hidden. */
  readonly unestimatedRisks: number
  readonly appetite: AppetiteVerdict
}

export type AppetiteVerdict = {
  readonly within: boolean
  readonly yearlyLossWithin: boolean
  readonly exceedWithin: boolean
}

/** Risks are added in the order of their ids, so the same risks in any order give the same bits. */
export function derivePortfolio(
  risks: readonly DerivedRisk[],
  appetite: MethodologyInput['appetite'],
): DerivedPortfolio {
  const counted = risksInIdOrder(risks.filter((risk) => risk.counted))
  const lossMinor = { inherent: 0, claimed: 0, proven: 0, target: 0 }
  let logNone = 0
  for (const risk of counted) {
    if (risk.states === null) continue
    for (const state of lossStates) lossMinor[state] += risk.states[state].expectedMinor
    logNone += Math.log1p(-risk.provenExceedProbability)
  }
  const exceedProbability = -Math.expm1(logNone)
  return {
    lossMinor,
    gapMinor: lossMinor.proven - lossMinor.claimed,
    exceedProbability,
    countedRisks: counted.length,
    unestimatedRisks: counted.filter((risk) => risk.states === null).length,
    appetite: appetiteVerdict(lossMinor.proven, exceedProbability, appetite),
  }
}

/** Sorted by id; an already sorted list, the usual case, is only looked through. */
export function risksInIdOrder<T extends { readonly id: string }>(risks: readonly T[]): readonly T[] {
  const sorted = risks.every((risk, i) => i === 0 || (risks[i - 1]?.id ?? '') <= risk.id)
  if (sorted) return risks
  return [...risks].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function appetiteVerdict(
  provenMinor: number,
  exceedProbability: number,
  appetite: MethodologyInput['appetite'],
): AppetiteVerdict {
  const yearlyLossWithin = provenMinor <= appetite.yearlyLossMinor
  const exceedWithin = exceedProbability <= appetite.exceedProbability
  return { within: yearlyLossWithin && exceedWithin, yearlyLossWithin, exceedWithin }
}
