import type { ChainSnapshot, RiskInput } from '../chain/chain-snapshot.ts'
import { controlReturn } from '../loss/attribution/control-return.ts'
import { shapleyValues } from '../loss/attribution/shapley.ts'
import { controlIdOf } from '../loss/chain-portfolio.ts'
import type { LossCurve } from '../loss/loss-curve.ts'
import type { LossState } from '../loss/loss-state.ts'
import type { SharesOf } from '../loss/price-risk.ts'
import { yearPricer } from '../portfolio/year-pricer.ts'
import { meanPricer } from '../what-if/mean-pricer.ts'
import { worldBuilder } from '../what-if/world-builder.ts'
import { deriveControl } from './derive-control.ts'

/** An amount on average, and in what one year in 20 exceeds; minor units. The tail is null where it was not priced. */
export type MeanAndTail = { readonly meanMinor: number; readonly tailMinor: number | null }

/** What a control is worth a year, three questions each with its own answer; see the decision on what a control earns. */
export type ControlValue = {
  /** May we stop it? What a year would cost more without it, all else as it is. */
  readonly without: Readonly<Record<'claimed' | 'proven', MeanAndTail>>
  /** What would proving it bring? What goes when as much is proven as is claimed. */
  readonly next: MeanAndTail
  /** Who earned it? Its share of what all controls are proven to take off the expected year; the shares add up to the whole. */
  readonly share: { readonly meanMinor: number; readonly ofMinor: number }
  /** What is not known about what it brings, apart from chance; and about its return where somebody has said what it costs. */
  readonly spread: ControlSpread
}

/** 5 %, 50 % and 95 % of what is thought possible. */
export type Range90 = { readonly low: number; readonly median: number; readonly high: number }

export type ControlSpread = {
  readonly gainMinor: Range90
  /** (gain − cost) / cost; null while the cost is unknown or nothing. */
  readonly rosi: Range90 | null
  /** How likely it brings more than it costs; null while the cost is unknown. */
  readonly chanceItPays: number | null
}

/** Beyond so many risks only the mean is priced: nobody waits for a page that long. */
export const mostPricedRisks = 1_000

/** @param tailProbability 0.05: one year in 20 */
export function controlValue(
  snapshot: ChainSnapshot,
  at: number,
  controlId: string,
  tailProbability = 0.05,
): ControlValue {
  const derived = new Map(snapshot.controls.map((control) => [control.id, deriveControl(control, at)]))
  const own = derived.get(controlId)
  const now: SharesOf = (id) => derived.get(id)
  const without: SharesOf = (id) => (id === controlId ? undefined : derived.get(id))
  const proven: SharesOf = (id) => (id === controlId && own ? { ...own, assurance: own.claimedShare } : derived.get(id))
  const meanOf = meanPricer()
  const inState = (state: LossState) => {
    const build = worldBuilder(snapshot, state)
    const price = yearPricer()
    const hasTail = snapshot.risks.length <= mostPricedRisks
    return (sharesOf: SharesOf): MeanAndTail => {
      const portfolio = build.portfolio(sharesOf)
      const curve: LossCurve | null = hasTail ? price(portfolio) : null
      const meanMinor = portfolio.scenarios.reduce((sum, scenario) => sum + meanOf(scenario), 0)
      return { meanMinor, tailMinor: curve === null ? null : curve.quantile(1 - tailProbability) }
    }
  }
  const [claimedIn, provenIn] = [inState('claimed'), inState('proven')]
  const current = provenIn(now)
  return {
    without: {
      claimed: less(claimedIn(without), claimedIn(now)),
      proven: less(provenIn(without), current),
    },
    next: less(current, provenIn(proven)),
    share: shareOf(snapshot, controlId, now, meanOf),
    spread: spreadOf(snapshot, controlId, now, without),
  }
}

/**
 * The uncertainty of rates and effects on the same 64 points with and without the control, so that the difference is the control's alone. Only
 * the risks it treats: of the others nothing differs.
 */
function spreadOf(snapshot: ChainSnapshot, controlId: string, now: SharesOf, without: SharesOf): ControlSpread {
  const risks = snapshot.risks.filter((risk) => risk.links.some((link) => link.controlId === controlId))
  const { portfolio } = worldBuilder({ ...snapshot, risks })
  const cost = snapshot.controls.find(({ id }) => id === controlId)?.annualCostMinor ?? null
  const { gain, rosi, chanceItPays } = controlReturn(
    portfolio(without),
    portfolio(now),
    { once: 0, lifetimeYears: 1, yearly: cost ?? 0 },
    { keyOf: (_scenario, _control, id) => controlIdOf(id) },
  )
  const range = ({ low, median, high }: Range90): Range90 => ({ low, median, high })
  return {
    gainMinor: range(gain),
    rosi: cost === null || rosi === null ? null : range(rosi),
    chanceItPays: cost === null ? null : chanceItPays,
  }
}

function less(more: MeanAndTail, by: MeanAndTail): MeanAndTail {
  const tailMinor = more.tailMinor === null || by.tailMinor === null ? null : more.tailMinor - by.tailMinor
  return { meanMinor: more.meanMinor - by.meanMinor, tailMinor }
}

// 2¹² prices of one scenario at most; beyond, the controls that do least are taken together as one.
const mostPlayers = 12

/** Shapley values of the expected year, risk by risk, where the controls of a risk are the players; exact, and they add up. */
function shareOf(
  snapshot: ChainSnapshot,
  controlId: string,
  sharesOf: SharesOf,
  meanOf: ReturnType<typeof meanPricer>,
): ControlValue['share'] {
  const { scenarioIn } = worldBuilder(snapshot)
  const meanWith = (risk: RiskInput, isIn: (id: string) => boolean) => {
    const scenario = scenarioIn(risk, (id) => (isIn(id) ? sharesOf(id) : undefined))
    return scenario === null ? 0 : meanOf(scenario)
  }
  let [meanMinor, ofMinor] = [0, 0]
  for (const risk of snapshot.risks) {
    const players = [...new Set(risk.links.map((link) => link.controlId))].filter((id) => {
      const shares = sharesOf(id)
      return shares?.applicable === true && shares.assurance > 0
    })
    if (players.length === 0) continue
    const none = meanWith(risk, () => false)
    ofMinor += none - meanWith(risk, () => true)
    if (!players.includes(controlId)) continue
    const own = [controlId, ...players.filter((id) => id !== controlId)]
    const seats = new Map(own.map((id, at) => [id, Math.min(at, mostPlayers - 1)]))
    const values = shapleyValues(Math.min(own.length, mostPlayers), (coalition) => {
      return none - meanWith(risk, (id) => (coalition & (1 << (seats.get(id) ?? 31))) !== 0)
    })
    meanMinor += values[0] ?? 0
  }
  return { meanMinor, ofMinor }
}
