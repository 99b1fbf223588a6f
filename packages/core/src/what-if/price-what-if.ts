import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { deriveControl } from '../control/derive-control.ts'
import { type Cover, coverOf } from '../insurance/insured.ts'
import { asPart, finished, type Steps } from '../loss/exact/in-steps.ts'
import type { LossCurve } from '../loss/loss-curve.ts'
import type { Portfolio, Scenario } from '../loss/model/portfolio.ts'
import type { SharesOf } from '../loss/price-risk.ts'
import { yearPricer } from '../portfolio/year-pricer.ts'
import { dayMs } from '../time/calendar.ts'
import { changedShares } from './changed-shares.ts'
import { type CostOfChange, costOfChange } from './cost-of-change.ts'
import { meanPricer } from './mean-pricer.ts'
import type { Treatment } from './treatments.ts'
import { noChange, type WhatIf, withControl } from './what-if.ts'
import { worldBuilder } from './world-builder.ts'

/** How much one risk changes on average, minor units a year. */
export type RiskChange = { readonly riskId: string; readonly todayMinor: number; readonly changedMinor: number }

export type PricedWhatIf = {
  readonly today: LossCurve
  readonly changed: LossCurve
  readonly cost: CostOfChange
  /** What the year costs less on average, after what the change costs. */
  readonly netBenefitMinor: number
  /** Risks whose mean changes, the largest change first; a yearly policy is not shared out among them. */
  readonly risks: readonly RiskChange[]
}

/**
 * Prices changed worlds of one chain as of `at` beside today, one after another: what does not change is not done again. Today is what evidence
 * proves now; the changed world is what it would prove then.
 */
export function whatIfPricer(snapshot: ChainSnapshot, at: number, covers: readonly Cover[] = []) {
  const build = worldBuilder(snapshot)
  const pricers = { today: yearPricer(), changed: yearPricer() }
  const meanOf = meanPricer()
  const shares = sharesAt(snapshot)
  const portfolio = build.portfolio(shares(at), covers)
  let today: LossCurve | null = null
  const worldOf = (whatIf: WhatIf): Portfolio => {
    const then = shares(at + whatIf.aheadDays * dayMs)
    return build.portfolio(
      changedShares(whatIf, then),
      whatIf.insurance === null ? covers : [whatIf.insurance, ...covers],
    )
  }
  function* priceInSteps(whatIf: WhatIf): Steps<PricedWhatIf> {
    const part = today === null ? 0.5 : 0
    today ??= yield* asPart(pricers.today.inSteps(portfolio), 0, part)
    const world = worldOf(whatIf)
    const changed = yield* asPart(pricers.changed.inSteps(world), part, 1)
    const cost = costOfChange(snapshot, whatIf)
    const netBenefitMinor = today.mean - changed.mean - cost.totalMinor
    return { today, changed, cost, netBenefitMinor, risks: riskChanges(portfolio, world, meanOf) }
  }
  const price = (whatIf: WhatIf): PricedWhatIf => finished(priceInSteps(whatIf))
  const riskById = new Map(snapshot.risks.map((risk) => [risk.id, risk]))
  /** What putting each treatment in place alone would take off the expected year of today, by control. */
  const worthOfEach = (treatments: readonly Treatment[]): ReadonlyMap<string, number> => {
    const now = shares(at)
    const perEvent = covers.filter(({ per }) => per === 'event')
    const worthOf = ({ controlId, riskIds }: Treatment) => {
      const then = changedShares(withControl(noChange, controlId, { controlId, change: 'done' }), now)
      const meanIn = (riskId: string, sharesOf: SharesOf) => {
        const risk = riskById.get(riskId)
        const scenario = risk && build.scenarioIn(risk, sharesOf, coverOf(perEvent, riskId))
        return scenario ? meanOf(scenario) : 0
      }
      return riskIds.reduce((sum, riskId) => sum + meanIn(riskId, now) - meanIn(riskId, then), 0)
    }
    return new Map(treatments.map((treatment) => [treatment.controlId, worthOf(treatment)]))
  }
  return { price, priceInSteps, worldOf, meanOf, worthOfEach }
}

/** What counts of each control at an instant; the last few instants are kept. */
function sharesAt({ controls }: Pick<ChainSnapshot, 'controls'>): (t: number) => SharesOf {
  const known = new Map<number, SharesOf>()
  return (t) => {
    const before = known.get(t)
    if (before !== undefined) return before
    const derived = new Map(controls.map((control) => [control.id, deriveControl(control, t)]))
    const sharesOf: SharesOf = (id) => derived.get(id)
    if (known.size > 20) known.clear()
    known.set(t, sharesOf)
    return sharesOf
  }
}

function riskChanges(
  before: Portfolio,
  after: Portfolio,
  meanOf: (scenario: Scenario) => number,
): readonly RiskChange[] {
  const changed = new Map(after.scenarios.map((scenario) => [scenario.id, scenario]))
  return before.scenarios
    .flatMap((scenario) => {
      const other = changed.get(scenario.id)
      if (other === undefined || other === scenario) return []
      return [{ riskId: scenario.id ?? '', todayMinor: meanOf(scenario), changedMinor: meanOf(other) }]
    })
    .filter(({ todayMinor, changedMinor }) => Math.round(todayMinor) !== Math.round(changedMinor))
    .sort((a, b) => Math.abs(b.changedMinor - b.todayMinor) - Math.abs(a.changedMinor - a.todayMinor))
}
