import { poissonCountAt } from './count-sampler.ts'
import { drawFromTable, type QuantileTable } from './quantile-table.ts'
import { mixed, mixedOnce, uniform } from './random-stream.ts'
import {
  afterInsurance,
  blockYears,
  type SimulatedScenario,
  type SimulationModel,
  wholeQuanta,
} from './simulation-model.ts'
import type { SteadyEffect } from './yearly-effect.ts'

// The golden ratio's fractional part, as a step of 2⁻³².
const golden = 0x9e3779b9
// The low 20 bits of a draw are the mark that decides whether an event is kept, the high 12 its year.
const marks = 0x100000

/**
 * A Poisson scenario that is the same in every year of a block: the events of all its years at once, each put into a year of its own (superposition), with
 * losses stratified along a golden-ratio Weyl sequence. Events are drawn at the rate before controls and kept by a mark, so that the same
 * events come in every state of the portfolio.
 */
export function simulateSteady(
  model: SimulationModel,
  scenario: SimulatedScenario,
  block: number,
  effect: SteadyEffect,
  losses: Float64Array,
): void {
  const { key, table, secondary, resolved } = scenario
  const { frequency } = resolved.source
  if (frequency.type !== 'poisson') return
  const events = poissonCountAt(key, block, frequency.rate * blockYears)
  if (table !== null && secondary.length === 0 && effect.contained === 0)
    addPlain(table, events, mixed(key, block, -4), mixed(key, block, -3), effect, model.quantum, losses)
  else addEvents(model, scenario, block, events, effect, losses)
}

/** Nothing but a table of losses: the loop that most simulated events go through. */
function addPlain(
  table: QuantileTable,
  events: number,
  key: number,
  start: number,
  { keep, scale }: SteadyEffect,
  quantum: number,
  losses: Float64Array,
): void {
  const kept = Math.floor(keep * marks)
  const big = 6755399441055744 * quantum
  let weyl = start | 0
  for (let event = 0; event < events; event++) {
    const draw = mixedOnce(key, event)
    weyl = (weyl + golden) | 0
    if ((draw & (marks - 1)) >= kept) continue
    const at = draw >>> 20
    losses[at] = (losses[at] ?? 0) + (scale * drawFromTable(table, weyl) + big - big)
  }
}

function addEvents(
  model: SimulationModel,
  scenario: SimulatedScenario,
  block: number,
  events: number,
  { keep, scale, contained }: SteadyEffect,
  losses: Float64Array,
): void {
  const { key, severity, secondary, resolved } = scenario
  const kept = Math.floor(keep * marks)
  const years = mixed(key, block, -4)
  let weyl = mixed(key, block, -3)
  for (let event = 0; event < events; event++) {
    const draw = mixedOnce(years, event)
    weyl = (weyl + golden) | 0
    if ((draw & (marks - 1)) >= kept) continue
    const place = -1_000 - event * 32
    const saved = contained > 0 && uniform(key, block, place - 1) < contained ? 1 - resolved.event.saved : 1
    let loss = afterInsurance(scenario, scale * saved * severity(((weyl >>> 0) + 0.5) / 4294967296))
    for (let k = 0; k < secondary.length; k++) {
      const part = secondary[k]
      if (part !== undefined && uniform(key, block, place - 2 - 2 * k) < part.probability)
        loss += scale * saved * part.draw(uniform(key, block, place - 3 - 2 * k))
    }
    const at = draw >>> 20
    losses[at] = (losses[at] ?? 0) + wholeQuanta(loss, model.quantum)
  }
}
