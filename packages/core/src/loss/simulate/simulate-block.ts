import { normalCdf, normalQuantile } from '../normal.ts'
import { poissonCountAt } from './count-sampler.ts'
import { lossSampler } from './loss-sampler.ts'
import { mixed, uniform } from './random-stream.ts'
import { simulateSteady } from './simulate-steady.ts'
import { afterInsurance, blockYears, type SimulatedScenario, type SimulationModel } from './simulation-model.ts'
import { effectIn, isConstant, strengthIn, type YearlyEffect } from './yearly-effect.ts'

/**
 * The losses of the years of one block, before yearly insurance. The same for any number of workers and any order of blocks and
 * scenarios: every draw is a hash of seed, scenario, year and event, and losses are whole quanta, whose sums are exact.
 */
export function simulateBlock(model: SimulationModel, block: number): Float64Array {
  const losses = new Float64Array(blockYears)
  const shared = sharedDraws(model, block)
  for (const scenario of model.scenarios) {
    const isSteady = shared.factors === null && scenario.countAt === null && isConstant(scenario, model)
    if (isSteady && scenario.resolved.source.frequency.type === 'poisson')
      simulateSteady(model, scenario, block, effectIn(scenario, model, shared.strengths[0] ?? none), losses)
    else simulateScenario(model, scenario, block, shared, losses)
  }
  simulateShocks(model, block, shared, losses)
  return losses
}

const none = new Float64Array(0)

type SharedDraws = {
  /** Strength of every control, year by year; one entry where no control varies. */
  readonly strengths: readonly Float64Array[]
  readonly factors: Float64Array | null
  readonly commons: Float64Array | null
}

function sharedDraws({ controls, portfolio, seed }: SimulationModel, block: number): SharedDraws {
  const first = block * blockYears
  const varies = controls.some(({ draw, source }) => draw !== null || source.onOff === true)
  const strengths = Array.from({ length: varies ? blockYears : 1 }, (_, at) =>
    Float64Array.from(controls, (control) => strengthIn(control, first + at)),
  )
  const { commonFactor, copula } = portfolio.source
  const key = mixed(0x51ed270b, seed | 0, 7)
  const perYear = (value: (u: number) => number, place: number) =>
    Float64Array.from({ length: blockYears }, (_, at) => value(uniform(key, first + at, place)))
  const variance = commonFactor === undefined ? 0 : commonFactor.cv * commonFactor.cv
  return {
    strengths,
    factors: variance > 0 ? perYear(lossSampler({ type: 'gamma', shape: 1 / variance, scale: variance }), 0) : null,
    commons: copula === undefined ? null : perYear(normalQuantile, 1),
  }
}

function simulateScenario(
  model: SimulationModel,
  scenario: SimulatedScenario,
  block: number,
  shared: SharedDraws,
  losses: Float64Array,
): void {
  const first = block * blockYears
  const rho = model.portfolio.source.copula?.rho ?? 0
  const isAlike = shared.strengths.length === 1 || isConstant(scenario, model)
  let effect = effectIn(scenario, model, shared.strengths[0] ?? none)
  for (let at = 0; at < blockYears; at++) {
    const year = first + at
    if (!isAlike) effect = effectIn(scenario, model, shared.strengths[at] ?? none)
    const factor = shared.factors?.[at] ?? 1
    const common = shared.commons?.[at] ?? 0
    let loss = 0
    if (scenario.countAt === null) {
      const count = scenario.count(scenario.key, year, effect.keep * factor)
      for (let event = 0; event < count; event++) loss += eventLoss(model, scenario, year, event, effect)
    } else {
      const own = normalQuantile(uniform(scenario.key, year, -2))
      const count = scenario.countAt(normalCdf(Math.sqrt(rho) * common + Math.sqrt(1 - rho) * own))
      for (let event = 0; event < count; event++)
        if (uniform(scenario.key, year, -100_000 - event) < effect.keep)
          loss += eventLoss(model, scenario, year, event, effect)
    }
    if (loss > 0) losses[at] = (losses[at] ?? 0) + loss
  }
}

/** Places of the draws of one event: its loss, whether it is contained, and its further losses. */
const perEvent = 32

export function eventLoss(
  model: SimulationModel,
  scenario: SimulatedScenario,
  year: number,
  event: number,
  { scale, contained }: YearlyEffect,
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

/** The nearest whole multiple: adding and taking away a number whose last bit is one quantum rounds to it. */
export function wholeQuanta(x: number, quantum: number): number {
  const big = 6755399441055744 * quantum
  return x < big / 4 ? x + big - big : Math.round(x / quantum) * quantum
}

/** Events that strike several scenarios at once: one count, and a loss for each member. */
function simulateShocks(model: SimulationModel, block: number, shared: SharedDraws, losses: Float64Array): void {
  const first = block * blockYears
  model.portfolio.shocks.forEach(({ rate, members }, shock) => {
    const key = mixed(0x2545f491, model.seed | 0, shock)
    for (let at = 0; at < blockYears; at++) {
      const count = poissonCountAt(key, first + at, rate * (shared.factors?.[at] ?? 1))
      for (let event = 0; event < count; event++)
        for (const member of members) {
          const scenario = model.scenarios[member]
          if (scenario === undefined) continue
          const effect = effectIn(scenario, model, shared.strengths[at] ?? shared.strengths[0] ?? none)
          // Far from the scenario's own events, so that no draw is used twice.
          const loss = eventLoss(model, scenario, first + at, 1_000_000 + 1_000 * shock + event, effect)
          losses[at] = (losses[at] ?? 0) + loss
        }
    }
  })
}
