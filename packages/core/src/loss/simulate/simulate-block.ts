import { normalCdf, normalQuantile } from '../normal.ts'
import { poissonCountAt } from './count-sampler.ts'
import { drawFromTable, type QuantileTable } from './quantile-table.ts'
import { atPlace, mixed, mixedWithin, uniform } from './random-stream.ts'
import { simulateSteady } from './simulate-steady.ts'
import {
  afterInsurance,
  blockYears,
  type SimulatedScenario,
  type SimulationModel,
  wholeQuanta,
} from './simulation-model.ts'
import { isSteady, steadyEffect, strengthsIn, yearlyEffect } from './yearly-effect.ts'

/**
 * The losses of the years of one block, before yearly insurance. The same for any number of workers and any order of blocks and
 * scenarios: every draw is a hash of seed, scenario, year and event, and losses are whole quanta, whose sums are exact.
 */
export function simulateBlock(model: SimulationModel, block: number): Float64Array {
  const losses = new Float64Array(blockYears)
  const shared = sharedDraws(model, block)
  for (const scenario of model.scenarios) {
    const isAlike = shared.factors === null && scenario.countAt === null && isSteady(scenario, model)
    if (isAlike && scenario.resolved.source.frequency.type === 'poisson')
      simulateSteady(model, scenario, block, steadyEffect(scenario, model, shared.strengths), losses)
    else if (scenario.countAt === null) simulateYears(model, scenario, block, shared, losses)
    else simulateJoined(model, scenario, scenario.countAt, block, shared, losses)
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

/** A year at a time: a rate or an effect that differs between years. */
function simulateYears(
  model: SimulationModel,
  scenario: SimulatedScenario,
  block: number,
  shared: SharedDraws,
  losses: Float64Array,
): void {
  const first = block * blockYears
  const { keep, scale, contained } = yearlyEffect(scenario, model, shared.strengths)
  const { factors } = shared
  const { key, counts, table, secondary } = scenario
  const rateFactors = new Float64Array(blockYears)
  for (let at = 0; at < blockYears; at++) rateFactors[at] = (keep?.[at] ?? 1) * (factors?.[at] ?? 1)
  const events = new Int32Array(blockYears)
  counts(key, first, rateFactors, events)
  if (table !== null && secondary.length === 0 && contained === null) {
    addFromTable(table, key, first, events, scale, model.quantum, losses)
    return
  }
  for (let at = 0; at < blockYears; at++) {
    let loss = 0
    for (let event = 0; event < (events[at] ?? 0); event++)
      loss += eventLoss(model, scenario, first + at, event, scale?.[at] ?? 1, contained?.[at] ?? 0)
    losses[at] = (losses[at] ?? 0) + loss
  }
}

/** `eventLoss` of all events where a loss is nothing but a draw from a table. */
function addFromTable(
  table: QuantileTable,
  key: number,
  first: number,
  events: Int32Array,
  scale: Float64Array | null,
  quantum: number,
  losses: Float64Array,
): void {
  for (let at = 0; at < events.length; at++) {
    const count = events[at] ?? 0
    if (count === 0) continue
    const placed = atPlace(key, first + at)
    const factor = scale === null ? 1 : (scale[at] ?? 1)
    let loss = 0
    for (let event = 0; event < count; event++)
      loss += wholeQuanta(factor * drawFromTable(table, mixedWithin(key, placed, event * perEvent)), quantum)
    losses[at] = (losses[at] ?? 0) + loss
  }
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
  const first = block * blockYears
  const rho = model.portfolio.source.copula?.rho ?? 0
  const { keep, scale, contained } = yearlyEffect(scenario, model, shared.strengths)
  for (let at = 0; at < blockYears; at++) {
    const own = normalQuantile(uniform(scenario.key, first + at, -2))
    const common = shared.commons?.[at] ?? 0
    const events = countAt(normalCdf(Math.sqrt(rho) * common + Math.sqrt(1 - rho) * own))
    for (let event = 0; event < events; event++)
      if (uniform(scenario.key, first + at, -100_000 - event) < (keep?.[at] ?? 1))
        losses[at] =
          (losses[at] ?? 0) + eventLoss(model, scenario, first + at, event, scale?.[at] ?? 1, contained?.[at] ?? 0)
  }
}

/** Places of the draws of one event: its loss, whether it is contained, and its further losses. */
const perEvent = 32

function eventLoss(
  model: SimulationModel,
  scenario: SimulatedScenario,
  year: number,
  event: number,
  scale: number,
  contained: number,
): number {
  const place = event * perEvent
  const { key, secondary, resolved } = scenario
  let factor = scale
  if (contained > 0 && uniform(key, year, place + 1) < contained) factor *= 1 - resolved.event.saved
  let loss = afterInsurance(scenario, factor * scenario.severity(uniform(key, year, place)))
  for (let k = 0; k < secondary.length; k++) {
    const part = secondary[k]
    if (part !== undefined && uniform(key, year, place + 2 + 2 * k) < part.probability)
      loss += factor * part.draw(uniform(key, year, place + 3 + 2 * k))
  }
  return wholeQuanta(loss, model.quantum)
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
      const events = poissonCountAt(key, first + at, rate * (shared.factors?.[at] ?? 1))
      for (let event = 0; event < events; event++)
        for (const { scenario, effect } of effects) {
          // Far from the scenario's own events, so that no draw is used twice.
          const place = 1_000_000 + 1_000 * shock + event
          const scale = effect.scale?.[at] ?? 1
          const loss = eventLoss(model, scenario, first + at, place, scale, effect.contained?.[at] ?? 0)
          losses[at] = (losses[at] ?? 0) + loss
        }
    }
  })
}
