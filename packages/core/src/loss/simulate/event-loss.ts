import { retained } from '../severity/retained-loss.ts'
import { uniform } from './random-stream.ts'
import { type SimulatedScenario, type SimulationModel, wholeQuanta } from './simulation-model.ts'
import { inYear, type YearlyEffect } from './yearly-effect.ts'

/** Random numbers that one event may need beside that of its loss. */
export const drawsPerEvent = 32

/** Where the random numbers of one event are, and the uniform number of its primary loss. */
export type EventDraws = { readonly place: number; readonly within: number; readonly u: number }

/** What an event costs in the year `at` of its block, in whole quanta: contained or not, insured, with the further losses it brings. */
export function eventLoss(
  model: SimulationModel,
  scenario: SimulatedScenario,
  { place, within, u }: EventDraws,
  { scale, contained }: YearlyEffect,
  at: number,
): number {
  const { key, secondary, resolved } = scenario
  const { saved, insurance } = resolved.event
  const chance = inYear(contained, at, 0)
  let factor = inYear(scale, at, 1)
  if (chance > 0 && uniform(key, place, within + 1) < chance) factor *= 1 - saved
  const primary = factor * scenario.severity(u)
  let loss = insurance === null ? primary : retained(primary, insurance.deductible, insurance.limit)
  for (let k = 0; k < secondary.length; k++) {
    const part = secondary[k]
    if (part !== undefined && uniform(key, place, within + 2 + 2 * k) < part.probability)
      loss += factor * part.draw(uniform(key, place, within + 3 + 2 * k))
  }
  return wholeQuanta(loss, model.quantum)
}
