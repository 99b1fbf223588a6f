import { type BlockEvents, blockEvents } from './block-events.ts'
import { drawsPerEvent, eventLoss } from './event-loss.ts'
import { poissonCountAt } from './poisson-count.ts'
import { drawFromTable, type QuantileTable } from './quantile-table.ts'
import { mixed, mixedOnce } from './random-stream.ts'
import { blockYears, type SimulatedScenario, type SimulationModel } from './simulation-model.ts'
import type { YearRates } from './year-rates.ts'
import type { YearlyEffect } from './yearly-effect.ts'

// The golden ratio's fractional part, as a step of 2⁻³².
const golden = 0x9e3779b9

/**
 * A scenario whose count is Poisson given the rate of its year. Where all years are alike, the losses of a block are stratified along a golden-ratio Weyl
 * sequence.
 */
export function simulateEvents(
  model: SimulationModel,
  scenario: SimulatedScenario,
  rates: YearRates,
  block: number,
  factors: Float64Array | null,
  effect: YearlyEffect,
  losses: Float64Array,
): void {
  const { key, table, secondary } = scenario
  const { keep, scale, contained } = effect
  const lossKey = mixed(key, block, -3)
  const isAlike = rates.even !== null && factors === null
  const isPlain = table !== null && secondary.length === 0 && contained === null
  if (isAlike && isPlain && keep === null && scale === null) {
    const events = poissonCountAt(key, block, 0, (rates.even ?? 0) * blockYears)
    addAlike(table, events, mixed(key, block, -4), lossKey, model.quantum, losses)
    return
  }
  const kept = blockEvents(rates, key, block, keep, factors)
  const places = isAlike ? stratified(kept, lossKey) : scattered(kept, lossKey)
  if (isPlain) addFromTable(table, kept, places, scale, model.quantum, losses)
  else addEvents(model, scenario, block, kept, places, effect, losses)
}

/** Nothing but losses from a table, in years that are all alike. */
function addAlike(
  table: QuantileTable,
  events: number,
  placeKey: number,
  firstLoss: number,
  quantum: number,
  losses: Float64Array,
): void {
  const big = 6755399441055744 * quantum
  let weyl = firstLoss | 0
  for (let event = 0; event < events; event++) {
    weyl = (weyl + golden) | 0
    const at = mixedOnce(placeKey, event) >>> 20
    losses[at] = (losses[at] ?? 0) + (drawFromTable(table, weyl) + big - big)
  }
}

let room = new Int32Array(blockYears)

function placesFor(count: number): Int32Array {
  if (room.length < count) room = new Int32Array(2 * count)
  return room
}

/** The uniform number of each event's loss, in parts of 2³². */
function stratified({ count, numbers }: BlockEvents, first: number): Int32Array {
  const places = placesFor(count)
  for (let i = 0; i < count; i++) places[i] = first + Math.imul((numbers[i] ?? 0) + 1, golden)
  return places
}

function scattered({ count, numbers }: BlockEvents, key: number): Int32Array {
  const places = placesFor(count)
  for (let i = 0; i < count; i++) places[i] = mixedOnce(key, numbers[i] ?? 0)
  return places
}

const certain = Float64Array.of(1)

/** Losses that are nothing but draws from a table, scaled. */
function addFromTable(
  table: QuantileTable,
  { count, years }: BlockEvents,
  places: Int32Array,
  scale: Float64Array | null,
  quantum: number,
  losses: Float64Array,
): void {
  const big = 6755399441055744 * quantum
  const factor = scale ?? certain
  const step = factor.length > 1 ? 1 : 0
  for (let i = 0; i < count; i++) {
    const at = years[i] ?? 0
    losses[at] = (losses[at] ?? 0) + ((factor[step * at] ?? 1) * drawFromTable(table, places[i] ?? 0) + big - big)
  }
}

// Draws of a block's events are below those of the block itself.
const firstEvent = -1_000

/** Whatever an event may bring. */
function addEvents(
  model: SimulationModel,
  scenario: SimulatedScenario,
  block: number,
  { count, numbers, years }: BlockEvents,
  places: Int32Array,
  effect: YearlyEffect,
  losses: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const at = years[i] ?? 0
    const u = (((places[i] ?? 0) >>> 0) + 0.5) / 4294967296
    const draws = { place: block, within: firstEvent - (numbers[i] ?? 0) * drawsPerEvent, u }
    losses[at] = (losses[at] ?? 0) + eventLoss(model, scenario, draws, effect, at)
  }
}
