import type { ChainSnapshot, RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import { deriveControl } from '@sinew/core/control/derive-control.ts'
import { scenarioOf } from '@sinew/core/loss/chain-portfolio.ts'
import { latticesInSteps } from '@sinew/core/loss/exact/choose-lattices.ts'
import { asPart, finished, type Steps } from '@sinew/core/loss/exact/in-steps.ts'
import { type ExactEngine, type ExactSettings, engineInSteps } from '@sinew/core/loss/exact/price-exact.ts'
import type { LossCurve } from '@sinew/core/loss/loss-curve.ts'
import { type LossState, lossStates } from '@sinew/core/loss/loss-state.ts'
import type { Portfolio, Scenario } from '@sinew/core/loss/model/portfolio.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '@sinew/core/loss/model/resolve-portfolio.ts'
import type { ControlShares } from '@sinew/core/loss/price-risk.ts'
import { risksInIdOrder } from '@sinew/core/risk/risks-in-id-order.ts'
import { nothingTried, type Trial } from './trial.ts'
import { isOutgrown, mostDoublings, widenedEngines } from './widened-engines.ts'

export type PricedYear = Readonly<Record<LossState, LossCurve>>

/** The year of an organisation in its four states, kept so that a trial re-prices only what it touches. */
export type LivePortfolio = {
  readonly current: () => PricedYear
  /** States that the trial leaves as they were keep their curve, the same object. */
  readonly change: (trial: Trial) => PricedYear
  /** What is priced now, in a state: for what goes on reckoning from there. */
  readonly portfolio: (state: LossState) => Portfolio
}

type StateYear = {
  scenarios: readonly Scenario[]
  resolved: ResolvedPortfolio
  curve: LossCurve
}

/**
 * Engines for the four states on the lattices of the inherent one, so that differences between states are never differences between
 * lattices. Estimates that are tried may outgrow them: then all states go to wider ones, which follow from the trial alone. Yields the share that is done.
 */
export function* livePortfolioInSteps(
  snapshot: ChainSnapshot,
  at: number,
  settings: ExactSettings,
): Steps<LivePortfolio> {
  const { methodology } = snapshot
  const risks = risksInIdOrder(snapshot.risks)
  const inputs = new Map(snapshot.controls.map((control) => [control.id, control]))
  const now = new Map<string, ControlShares>()
  const served = servedRisks(risks)
  let trial = nothingTried(at)
  for (const control of snapshot.controls) now.set(control.id, sharesAt(control.id, trial))

  const scenarioFor = (risk: RiskInput, state: LossState) =>
    scenarioOf({ ...risk, ...trial.estimates[risk.id] }, (id) => now.get(id), state, methodology)
  const scenarios: Record<LossState, (Scenario | null)[]> = {
    inherent: risks.map((risk) => scenarioFor(risk, 'inherent')),
    claimed: risks.map((risk) => scenarioFor(risk, 'claimed')),
    proven: risks.map((risk) => scenarioFor(risk, 'proven')),
    target: risks.map((risk) => scenarioFor(risk, 'target')),
  }

  const inherent = resolvePortfolio({ scenarios: present(scenarios.inherent) })
  const lattices = yield* asPart(latticesInSteps(inherent, settings), 0, 0.2)
  const years = {} as Record<LossState, StateYear>
  const first = new Map<LossState, ExactEngine>()
  for (const [k, state] of lossStates.entries()) {
    const own = present(scenarios[state])
    const resolved = state === 'inherent' ? inherent : resolvePortfolio({ scenarios: own })
    const steps = engineInSteps(resolved, settings, lattices)
    const engine = yield* asPart(steps, 0.2 + 0.2 * k, 0.4 + 0.2 * k)
    first.set(state, engine)
    years[state] = { scenarios: own, resolved, curve: engine.curve() }
  }
  const engineOf = widenedEngines({ lattices, engines: first, aligned: inherent, settings })
  let doublings = 0

  function sharesAt(id: string, { at: instant, assurances }: Trial): ControlShares {
    const input = inputs.get(id)
    if (input === undefined) return { applicable: false, claimedShare: 0, assurance: 0 }
    const { applicable, claimedShare, assurance } = deriveControl(input, instant)
    return { applicable, claimedShare, assurance: assurances[id] ?? assurance }
  }

  function resolve(state: LossState): void {
    const year = years[state]
    year.scenarios = present(scenarios[state])
    year.resolved = resolvePortfolio({ scenarios: year.scenarios }, year.resolved)
  }

  function reprice(state: LossState): void {
    const year = years[state]
    year.curve = engineOf(state, doublings, year.resolved).change(year.resolved)
  }

  /** On the narrowest lattices, of those that double, that the inherent year does not outgrow. */
  function repriceAll(): void {
    const { resolved } = years.inherent
    const isEnough = (often: number) => {
      const engine = engineOf('inherent', often, resolved)
      return !isOutgrown(engine.change(resolved), resolved, engine.lattices)
    }
    if (isEnough(doublings)) while (doublings > 0 && isEnough(doublings - 1)) doublings--
    else
      do doublings++
      while (doublings < mostDoublings && !isEnough(doublings))
    for (const state of lossStates) reprice(state)
  }

  const current = (): PricedYear => ({
    inherent: years.inherent.curve,
    claimed: years.claimed.curve,
    proven: years.proven.curve,
    target: years.target.curve,
  })

  function change(next: Trial): PricedYear {
    const ids = next.at === trial.at ? changedKeys(trial.assurances, next.assurances) : [...inputs.keys()]
    const estimated = new Set(changedKeys(trial.estimates, next.estimates))
    trial = next
    const touched = new Set<string>()
    for (const id of ids) {
      const shares = sharesAt(id, next)
      if (shares.assurance === now.get(id)?.assurance) continue
      now.set(id, shares)
      for (const riskId of served.get(id) ?? []) touched.add(riskId)
    }
    risks.forEach((risk, k) => {
      if (estimated.has(risk.id)) for (const state of lossStates) scenarios[state][k] = scenarioFor(risk, state)
      else if (touched.has(risk.id)) scenarios.proven[k] = scenarioFor(risk, 'proven')
    })
    // Time and assurances move only what is proven.
    if (estimated.size > 0) {
      for (const state of lossStates) resolve(state)
      repriceAll()
    } else if (touched.size > 0) {
      resolve('proven')
      reprice('proven')
    }
    return current()
  }

  return { current, change, portfolio: (state) => ({ scenarios: years[state].scenarios }) }
}

/** All at once: for as many risks as fit into a frame. */
export function livePortfolio(snapshot: ChainSnapshot, at: number, settings: ExactSettings): LivePortfolio {
  return finished(livePortfolioInSteps(snapshot, at, settings))
}

function present(scenarios: readonly (Scenario | null)[]): readonly Scenario[] {
  return scenarios.filter((one) => one !== null)
}

function servedRisks(risks: readonly RiskInput[]): ReadonlyMap<string, ReadonlySet<string>> {
  const served = new Map<string, Set<string>>()
  for (const { id, links } of risks) {
    for (const { controlId } of links) served.set(controlId, (served.get(controlId) ?? new Set()).add(id))
  }
  return served
}

function changedKeys<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key])
}
