import type { ChainSnapshot, RiskLevel } from '@sinew/core/chain/chain-snapshot.ts'
import type { DerivedChain } from '@sinew/core/chain/derive-chain.ts'
import { engineVersion } from '@sinew/core/loss/engine-version.ts'
import type { ExactSettings } from '@sinew/core/loss/exact/price-exact.ts'
import type { BorneYear } from '@sinew/core/portfolio/borne-year.ts'
import type { DerivedPortfolio } from '@sinew/core/portfolio/derive-portfolio.ts'
import { inEachBorneState } from '@sinew/core/portfolio/portfolio-pricer.ts'
import { recordedSettings } from '@sinew/core/portfolio/recorded-settings.ts'
import { riskLevels } from '@sinew/core/risk/risk-level.ts'
import type { LineProof } from '@sinew/core/soa/proof-status.ts'
import { toMinor } from './to-minor.ts'
import { wholeTail } from './whole-tail.ts'

/** What the portfolio's row keeps beside the sums, so that the first screen reads one row at any instant. */
export type PortfolioSummary = {
  readonly tail: DerivedPortfolio['tail']
  /** Left out by an earlier release. */
  readonly picture?: DerivedPortfolio['picture']
  /** After insurance; null while no policy is in force. Left out by an earlier release. */
  readonly borne?: BorneYear | null
  readonly countedRisks: number
  readonly unestimatedRisks: number
  readonly appetite: DerivedPortfolio['appetite'] & {
    readonly yearlyLossMinor: number
    readonly afterInsurance?: boolean
  }
  /** What made the distribution: with it and the chain of that instant the same bits can be made again. */
  readonly engine: { readonly version: string; readonly settings: ExactSettings }
  /** Controls by what is proven of them; `due` counts those among the proven that should be renewed soon. */
  readonly controls: Readonly<Record<LineProof | 'due', number>>
  /** Open, estimated risks by level. */
  readonly risks: Readonly<Record<'claimed' | 'proven', Readonly<Record<RiskLevel, number>>>>
}

export type PortfolioRow = {
  readonly inherent_minor: number
  readonly claimed_minor: number
  readonly proven_minor: number
  readonly target_minor: number
  readonly gap_minor: number
  readonly summary: PortfolioSummary
}

export function portfolioRow({ methodology }: ChainSnapshot, derived: DerivedChain): PortfolioRow {
  const { portfolio, controls } = derived
  const { lossMinor } = portfolio
  const estimated = portfolio.countedRisks - portfolio.unestimatedRisks
  const counted = (proof: LineProof) => controls.filter((control) => control.proof === proof).length
  return {
    inherent_minor: toMinor(lossMinor.inherent),
    claimed_minor: toMinor(lossMinor.claimed),
    proven_minor: toMinor(lossMinor.proven),
    target_minor: toMinor(lossMinor.target),
    gap_minor: toMinor(portfolio.gapMinor),
    summary: {
      tail: inWholeUnits(portfolio.tail),
      picture: { claimed: portfolio.picture.claimed.map(toMinor), proven: portfolio.picture.proven.map(toMinor) },
      borne: portfolio.borne === null ? null : wholeBorne(portfolio.borne),
      countedRisks: portfolio.countedRisks,
      unestimatedRisks: portfolio.unestimatedRisks,
      appetite: {
        ...portfolio.appetite,
        yearlyLossMinor: methodology.appetite.yearlyLossMinor,
        afterInsurance: methodology.appetite.afterInsurance,
      },
      engine: { version: engineVersion, settings: recordedSettings(estimated) },
      controls: {
        proven: counted('proven'),
        due: controls.filter((control) => control.due).length,
        stale: counted('stale'),
        failing: counted('failing'),
        unproven: counted('unproven'),
        excluded: counted('excluded'),
      },
      risks: { claimed: risksByLevel(derived, 'claimed'), proven: risksByLevel(derived, 'proven') },
    },
  }
}

function inWholeUnits({ inherent, claimed, proven, target }: DerivedPortfolio['tail']): DerivedPortfolio['tail'] {
  return {
    inherent: wholeTail(inherent),
    claimed: wholeTail(claimed),
    proven: wholeTail(proven),
    target: wholeTail(target),
  }
}

function wholeBorne({ lossMinor, tail, ...rest }: BorneYear): BorneYear {
  return {
    ...rest,
    lossMinor: inEachBorneState((state) => toMinor(lossMinor[state])),
    tail: inEachBorneState((state) => wholeTail(tail[state])),
  }
}

function risksByLevel({ risks }: DerivedChain, state: 'claimed' | 'proven') {
  const at = (level: RiskLevel) => risks.filter((risk) => risk.counted && risk.states?.[state].level === level).length
  const counts = riskLevels.map((level) => [level, at(level)] as const)
  // One entry for each level, as the list above holds them all.
  return Object.fromEntries(counts) as Record<RiskLevel, number>
}
