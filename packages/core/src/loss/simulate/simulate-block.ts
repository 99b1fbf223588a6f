import { normalCdf, normalQuantile } from '../normal.ts'
import type { ChanceCount } from './chance-count.ts'
import { drawsPerEvent, eventLoss } from './event-loss.ts'
import { poissonCountAt } from './poisson-count.ts'
import { mixed, uniform } from './random-stream.ts'
import { simulateEvents } from './simulate-events.ts'
import { blockYears, type SimulatedScenario, type SimulationModel } from './simulation-model.ts'
import { inYear, strengthsIn, yearlyEffect } from './yearly-effect.ts'

/**
 * The losses of the years of one block, before yearly insurance. The same for any number of workers and any order of blocks and
 * scenarios: every draw is a hash of seed, scenario, year and event, and losses are whole quanta, whose sums are exact.
 */
export function simulateBlock(model: SimulationModel, block: number): Float64Array {
  const losses = new Float64Array(blockYears)
  const shared = sharedDraws(model, block)
  for (const scenario of model.scenarios) {
    const { rates, count, countAt } = scenario
    if (countAt !== null) simulateJoined(model, scenario, countAt, block, shared, losses)
    else if (rates !== null) {
      const effect = yearlyEffect(scenario, model, shared.strengths)
      simulateEvents(model, scenario, rates, block, shared.factors, effect, losses)
    } else if (count !== null) simulateChances(model, scenario, count, block, shared, losses)
  }
  simulateShocks(model, block, shared, losses)
  return losses
}

type SharedDraws = {
  readonly strengths: readonly Float64Array[]
  readonly factors: Float64Array | null
  readonly commons: Float64Array | null
}

function sharedDraws(model: SimulationModel, block: number): SharedDraws {
  const { portfolio, seed } = model
  const first = block * blockYears
  const { commonFactor, copula } = portfolio.source
  const key = mixed(0x51ed270b, seed | 0, 7)
  const perYear = (value: (u: number) => number, place: number) =>
    Float64Array.from({ length: blockYears }, (_, at) => value(uniform(key, first + at, place)))
  return {
    strengths: strengthsIn(model, block),
    factors: commonFactor === undefined ? null : perYear(model.factor, 0),
    commons: copula === undefined ? null : perYear(normalQuantile, 1),
  }
}

/** A year at a time: a count of chances, each multiplied by what controls leave. */
function simulateChances(
  model: SimulationModel,
  scenario: SimulatedScenario,
  count: ChanceCount,
  block: number,
  shared: SharedDraws,
  losses: Float64Array,
): void {
  const effect = yearlyEffect(scenario, model, shared.strengths)
  for (let at = 0; at < blockYears; at++) {
    const place = block * blockYears + at
    const events = count(scenario.key, place, inYear(effect.keep, at, 1) * inYear(shared.factors, at, 1))
    for (let event = 0; event < events; event++) {
      const draws = drawsOf(scenario, place, event)
      losses[at] = (losses[at] ?? 0) + eventLoss(model, scenario, draws, effect, at)
    }
  }
}

function drawsOf({ key }: SimulatedScenario, place: number, event: number) {
  const within = event * drawsPerEvent
  return { place, within, u: uniform(key, place, within) }
}

/** A count joined to the others by a copula; frequency controls then take single events away. */
function simulateJoined(
  model: SimulationModel,
  scenario: SimulatedScenario,
  countAt: (u: number) => number,
  block: number,
  shared: SharedDraws,
  losses: Float64Array,
): void {
  const rho = model.portfolio.source.copula?.rho ?? 0
  const effect = yearlyEffect(scenario, model, shared.strengths)
  for (let at = 0; at < blockYears; at++) {
    const place = block * blockYears + at
    const own = normalQuantile(uniform(scenario.key, place, -2))
    const events = countAt(normalCdf(Math.sqrt(rho) * inYear(shared.commons, at, 0) + Math.sqrt(1 - rho) * own))
    for (let event = 0; event < events; event++)
      if (uniform(scenario.key, place, -100_000 - event) < inYear(effect.keep, at, 1)) {
        const draws = drawsOf(scenario, place, event)
        losses[at] = (losses[at] ?? 0) + eventLoss(model, scenario, draws, effect, at)
      }
  }
}

/** Events that strike several scenarios at once: one count, and a loss for each member. */
function simulateShocks(model: SimulationModel, block: number, shared: SharedDraws, losses: Float64Array): void {
  const first = block * blockYears
  model.portfolio.shocks.forEach(({ rate, members }, shock) => {
    const key = mixed(0x2545f491, model.seed | 0, shock)
    const effects = members.flatMap((member) => {
      const scenario = model.scenarios[member]
      return scenario === undefined ? [] : [{ scenario, effect: yearlyEffect(scenario, model, shared.strengths) }]
    })
    for (let at = 0; at < blockYears; at++) {
      const events = poissonCountAt(key, first + at, 0, rate * inYear(shared.factors, at, 1))
      for (let event = 0; event < events; event++)
        for (const { scenario, effect } of effects) {
          // Far from the scenario's own events, so that no draw is used twice.
          const draws = drawsOf(scenario, first + at, 1_000_000 + 1_000 * shock + event)
          losses[at] = (losses[at] ?? 0) + eventLoss(model, scenario, draws, effect, at)
        }
    }
  })
}
