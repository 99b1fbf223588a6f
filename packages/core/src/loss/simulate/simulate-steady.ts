import { poissonCountAt } from './count-sampler.ts'
import { mixed, uniform } from './random-stream.ts'
import { wholeQuanta } from './simulate-block.ts'
import { afterInsurance, blockYears, type SimulatedScenario, type SimulationModel } from './simulation-model.ts'
import type { YearlyEffect } from './yearly-effect.ts'

// The golden ratio's fractional part, as a step of 2⁻³².
const golden = 0x9e3779b9

/**
 * A Poisson scenario that is the same in every year of a block: the events of all its years at once, each put into a year of its own (superposition), with
 * losses stratified along a golden-ratio Weyl sequence. Events are drawn at the rate before controls and kept by a mark, so that the same
 * events come in every state of the portfolio.
 */
export function simulateSteady(
  model: SimulationModel,
  scenario: SimulatedScenario,
  block: number,
  effect: YearlyEffect,
  losses: Float64Array,
): void {
  const { key, severity, secondary, resolved } = scenario
  const { frequency } = resolved.source
  if (frequency.type !== 'poisson') return
  const events = poissonCountAt(key, block, frequency.rate * blockYears)
  const { scale, contained, keep } = effect
  const isPlain = secondary.length === 0 && contained === 0 && resolved.event.insurance === null
  // The low 20 bits of a draw are the mark, the high 12 the year.
  const kept = Math.floor(keep * 1048576)
  let weyl = mixed(key, block, -3)
  const { quantum } = model
  for (let event = 0; event < events; event++) {
    const draw = mixed(key, block, event)
    weyl = (weyl + golden) | 0
    if ((draw & 0xfffff) >= kept) continue
    const at = draw >>> 20
    const u = ((weyl >>> 0) + 0.5) / 4294967296
    let loss = scale * severity(u)
    if (!isPlain) {
      const place = -1_000 - event * 32
      const saved = contained > 0 && uniform(key, block, place - 1) < contained ? 1 - resolved.event.saved : 1
      loss = afterInsurance(scenario, loss * saved)
      for (let k = 0; k < secondary.length; k++) {
        const part = secondary[k]
        if (part !== undefined && uniform(key, block, place - 2 - 2 * k) < part.probability)
          loss += scale * saved * part.draw(uniform(key, block, place - 3 - 2 * k))
      }
    }
    losses[at] = (losses[at] ?? 0) + wholeQuanta(loss, quantum)
  }
}
