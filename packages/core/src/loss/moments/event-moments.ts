import type { JointEffect } from '../model/joint-effect.ts'
import type { EventLaw } from '../model/resolve-event.ts'
import { retainedLoss } from '../severity/retained-loss.ts'
import type { SeverityLaw } from '../severity/severity-law.ts'

/** Mean, second moment and P(X = 0) of one event's loss. */
export type EventMoments = { readonly mean: number; readonly meanSquare: number; readonly pZero: number }
export type WeightedMoments = EventMoments & { readonly weight: number }

/** The primary loss times `scale`, less what an insurer pays of it; null when nothing is left. */
export function primaryLoss(event: EventLaw, scale: number): SeverityLaw | null {
  if (!(scale > 0)) return null
  const law = scale === 1 ? event.severity : event.severity.scaled(scale)
  return event.insurance === null ? law : retainedLoss(law, event.insurance.deductible, event.insurance.limit)
}

/** Closed form: the cumulants of independent parts add. Relative error about 1e-14. */
function wholeMoments(event: EventLaw, scale: number): EventMoments {
  const law = primaryLoss(event, scale)
  if (law === null) return { mean: 0, meanSquare: 0, pZero: 1 }
  let mean = law.mean
  let variance = law.meanSquare - law.mean * law.mean
  let pZero = 1 - law.survival(0)
  for (const { probability, law: part } of event.secondary) {
    const partMean = probability * part.mean * scale
    mean += partMean
    variance += probability * part.meanSquare * scale * scale - partMean * partMean
    pZero *= 1 - probability + probability * (1 - part.survival(0))
  }
  return { mean, meanSquare: variance + mean * mean, pZero }
}

/** Moments at any scale; without insurance those of the whole loss say it all. */
function momentsByScale(event: EventLaw): (scale: number) => EventMoments {
  if (event.insurance !== null) return (scale) => wholeMoments(event, scale)
  const { mean, meanSquare, pZero } = wholeMoments(event, 1)
  return (scale) =>
    scale > 0
      ? { mean: scale * mean, meanSquare: scale * scale * meanSquare, pZero }
      : { mean: 0, meanSquare: 0, pZero: 1 }
}

/**
 * One event's loss for every state that the controls may be in: a contained event, with its chance, costs what is not saved of it.
 */
export function eventMoments(
  event: EventLaw,
  { scale, contained }: Pick<JointEffect, 'scale' | 'contained'>,
): readonly WeightedMoments[] {
  const at = momentsByScale(event)
  const moments: WeightedMoments[] = []
  for (let i = 0; i < scale.values.length; i++) {
    const value = scale.values[i] ?? 1
    const whole = at(value)
    const rest = at(value * (1 - event.saved))
    for (let k = 0; k < contained.values.length; k++) {
      const chance = contained.values[k] ?? 0
      moments.push({
        weight: (scale.weights[i] ?? 0) * (contained.weights[k] ?? 0),
        mean: (1 - chance) * whole.mean + chance * rest.mean,
        meanSquare: (1 - chance) * whole.meanSquare + chance * rest.meanSquare,
        pZero: (1 - chance) * whole.pZero + chance * rest.pZero,
      })
    }
  }
  return moments
}
