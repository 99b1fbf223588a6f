import { poissonCountAt, poissonCountOf } from './poisson-count.ts'
import { mixed, mixedOnce } from './random-stream.ts'
import { blockYears } from './simulation-model.ts'
import { fillRates, type YearRates } from './year-rates.ts'

/** Events of a scenario in one block: a number that each keeps in every state of the portfolio, and its year in the block. */
export type BlockEvents = { readonly count: number; readonly numbers: Int32Array; readonly years: Int32Array }

let room = { numbers: new Int32Array(blockYears), years: new Int32Array(blockYears) }
const rateOf = new Float64Array(blockYears)

/**
 * The events that controls let happen. Where all years are alike, those of the whole block at once before controls, each put into a year of its own
 * (superposition) and kept by a mark that the controls' share of its year must exceed; elsewhere a count for each year, which never falls when its rate
 * rises. Either way a better control takes events away and leaves the others as they are. What comes back is good until the next call.
 * @param keep the share of events that controls leave, for all years or for each
 * @param factors what multiplies the rate of each year, for all scenarios alike
 */
export function blockEvents(
  rates: YearRates,
  key: number,
  block: number,
  keep: Float64Array | null,
  factors: Float64Array | null,
): BlockEvents {
  if (rates.even !== null && factors === null) {
    const events = spreadEvents(poissonCountAt(key, block, 0, rates.even * blockYears), mixed(key, block, -4))
    return keep === null ? events : keptOf(events, keep, mixed(key, block, -6))
  }
  fillRates(rates, mixed(key, block, -5), rateOf)
  if (factors !== null) multiply(rateOf, factors)
  return countedEvents(mixed(key, block, -7), keep ?? certain)
}

function multiply(rates: Float64Array, factors: Float64Array): void {
  for (let at = 0; at < rates.length; at++) rates[at] = (rates[at] ?? 0) * (factors[at] ?? 1)
}

function spreadEvents(count: number, key: number): BlockEvents {
  makeRoom(count)
  const { numbers, years } = room
  for (let event = 0; event < count; event++) {
    numbers[event] = event
    years[event] = mixedOnce(key, event) >>> 20
  }
  return { count, numbers, years }
}

const certain = Float64Array.of(1)

function countedEvents(countKey: number, keep: Float64Array): BlockEvents {
  const step = keep.length > 1 ? 1 : 0
  let count = 0
  for (let at = 0; at < blockYears; at++) {
    const rate = (rateOf[at] ?? 0) * (keep[step * at] ?? 1)
    const u = ((mixedOnce(countKey, at) >>> 0) + 0.5) / 4294967296
    // e^{−λ} ≥ 1 − λ spares the exponential in most quiet years.
    if (u < 1 - rate) continue
    const events = poissonCountOf(u, rate, countKey, at)
    if (room.years.length < count + events) makeRoom(count + events)
    const { numbers, years } = room
    for (let event = 0; event < events; event++) {
      numbers[count + event] = at + event * blockYears
      years[count + event] = at
    }
    count += events
  }
  return { count, ...room }
}

function makeRoom(count: number): void {
  if (room.years.length >= count) return
  const grown = { numbers: new Int32Array(2 * count), years: new Int32Array(2 * count) }
  grown.numbers.set(room.numbers)
  grown.years.set(room.years)
  room = grown
}

const one = 0x40000000

/** Those whose mark lies below the share of their year: without a branch for each, which would be as good as a coin to the processor. */
function keptOf({ count, numbers, years }: BlockEvents, keep: Float64Array, markKey: number): BlockEvents {
  const step = keep.length > 1 ? 1 : 0
  let kept = 0
  for (let i = 0; i < count; i++) {
    const at = years[i] ?? 0
    const number = numbers[i] ?? 0
    numbers[kept] = number
    years[kept] = at
    kept += ((mixedOnce(markKey, number) >>> 2) - Math.floor((keep[step * at] ?? 1) * one)) >>> 31
  }
  return { count: kept, numbers, years }
}
