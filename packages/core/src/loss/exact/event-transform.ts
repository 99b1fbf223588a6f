import type { EventEffect } from '../model/joint-effect.ts'
import type { EventLaw } from '../model/resolve-event.ts'
import { primaryLoss } from '../moments/event-moments.ts'
import type { SeverityLaw } from '../severity/severity-law.ts'
import { discretise } from './discretise.ts'
import type { Lattice } from './lattice.ts'

/** The transform of one loss on a lattice. Not to be written to. */
export type EventTransform = {
  readonly spectrum: Float64Array
  /** How much the lattice widens E[X²] below its range: what the variance correction takes back. */
  readonly widening: number
}

export type EventTransforms = (event: EventLaw, effect: Omit<EventEffect, 'weight'>) => EventTransform

// A dragged control asks for a new scale at every step.
const mostScales = 12

/** Keeps each transform while its event lives, unless `keeps` is false: a very large portfolio would need the memory. */
export function eventTransforms(lattice: Lattice, keeps: boolean): EventTransforms {
  const known = new WeakMap<EventLaw, Map<number, EventTransform>>()
  const masses = new Float64Array(lattice.size)
  const transformOf = (law: SeverityLaw | null) => transformLaw(law, lattice, masses)

  function scaled(event: EventLaw, scale: number): EventTransform {
    const kept = known.get(event)?.get(scale)
    if (kept !== undefined) return kept
    let made = transformOf(primaryLoss(event, scale))
    for (const { probability, law } of event.secondary)
      made = withFurther(made, transformOf(scale > 0 ? law.scaled(scale) : null), probability)
    if (!keeps) return made
    const own = known.get(event) ?? new Map<number, EventTransform>()
    known.set(event, own)
    if (own.size >= mostScales) own.clear()
    own.set(scale, made)
    return made
  }

  return (event, { scale, contained }) => {
    const whole = scaled(event, scale)
    if (!(contained > 0) || event.saved === 0) return whole
    const rest = scaled(event, scale * (1 - event.saved))
    const spectrum = new Float64Array(whole.spectrum.length)
    for (let j = 0; j < spectrum.length; j++)
      spectrum[j] = (1 - contained) * (whole.spectrum[j] ?? 0) + contained * (rest.spectrum[j] ?? 0)
    return { spectrum, widening: (1 - contained) * whole.widening + contained * rest.widening }
  }
}

function transformLaw(law: SeverityLaw | null, lattice: Lattice, masses: Float64Array): EventTransform {
  const { fourier, size, tilt, step, kept } = lattice
  const spectrum = new Float64Array(2 * kept)
  if (law === null) return { spectrum: spectrum.fill(1, 0, kept), widening: 0 }
  discretise(law, lattice, masses)
  const square = secondMoment(masses, size)
  fourier.forward(masses, spectrum, tilt)
  return { spectrum, widening: square * step * step - law.squareBelow(lattice.range) }
}

/** Σ k²·p_k, in two halves so that one sum need not wait for the other. */
function secondMoment(masses: Float64Array, size: number): number {
  let even = 0
  let odd = 0
  for (let k = 0; k < size; k += 2) {
    const x = k
    even += x * x * (masses[k] ?? 0)
    odd += (x + 1) * (x + 1) * (masses[k + 1] ?? 0)
  }
  return even + odd
}

/** The transform times 1 − p + p·other: a further loss that comes with probability p. */
function withFurther(one: EventTransform, other: EventTransform, p: number): EventTransform {
  const spectrum = new Float64Array(one.spectrum.length)
  const n = spectrum.length / 2
  for (let j = 0; j < n; j++) {
    const re = 1 - p + p * (other.spectrum[j] ?? 0)
    const im = p * (other.spectrum[n + j] ?? 0)
    const oneRe = one.spectrum[j] ?? 0
    const oneIm = one.spectrum[n + j] ?? 0
    spectrum[j] = oneRe * re - oneIm * im
    spectrum[n + j] = oneRe * im + oneIm * re
  }
  return { spectrum, widening: one.widening + p * other.widening }
}
