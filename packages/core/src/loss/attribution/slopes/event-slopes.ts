import { discretise } from '../../exact/discretise.ts'
import type { Lattice } from '../../exact/lattice.ts'
import type { EventLaw } from '../../model/resolve-event.ts'
import { primaryLoss } from '../../moments/event-moments.ts'
import type { SeverityLaw } from '../../severity/severity-law.ts'
import type { EventNode } from './scenario-slopes.ts'

/** Transforms that belong to one event's loss on a lattice; half-spectra as everywhere. */
export type EventSpectra = {
  /** Of the loss. */
  readonly loss: Float64Array
  /** Of the loss weighted by itself, E[X·e^{−tX}]: whose share of a year it is. */
  readonly weighted: Float64Array
}

export type EventSpectraOf = {
  readonly spectra: (event: EventLaw, scale: number) => EventSpectra
  /** The derivative of the loss's transform by the scale. */
  readonly slope: (event: EventLaw, scale: number) => Float64Array
}

/** A relative step of the scale: below a cell everywhere on the lattice, above what rounding could disturb. */
const nudge = 2 ** -15
const leastScale = 1e-9

/** Makes each transform once. */
export function eventSpectra(lattice: Lattice): EventSpectraOf {
  const spectra = keptByScale((event, scale) => scaledEvent(event, Math.max(scale, leastScale), lattice))
  const slope = keptByScale((event, given) => {
    const scale = Math.max(given, leastScale)
    const above = scaledEvent(event, scale * (1 + nudge), lattice).loss
    const below = scaledEvent(event, scale * (1 - nudge), lattice).loss
    const factor = 1 / (2 * nudge * scale)
    return above.map((value, j) => (value - (below[j] ?? 0)) * factor)
  })
  return { spectra, slope }
}

function keptByScale<T>(make: (event: EventLaw, scale: number) => T): (event: EventLaw, scale: number) => T {
  const known = new Map<EventLaw, Map<number, T>>()
  return (event, scale) => {
    const own = known.get(event) ?? new Map<number, T>()
    known.set(event, own)
    const made = own.get(scale) ?? make(event, scale)
    own.set(scale, made)
    return made
  }
}

/** An event as controls leave it: contained with the chance detected·answered, else whole. */
export function nodeSpectra(
  event: EventLaw,
  { scale, detected, answered }: EventNode,
  of: EventSpectraOf,
): EventSpectra {
  const whole = of.spectra(event, scale)
  const contained = detected * answered
  if (!(contained > 0) || event.saved === 0) return whole
  const rest = of.spectra(event, scale * (1 - event.saved))
  return { loss: mixed(whole.loss, rest.loss, contained), weighted: mixed(whole.weighted, rest.weighted, contained) }
}

/** The derivative of what `nodeSpectra` gives by the scale. */
export function scaleSlope(
  event: EventLaw,
  { scale, detected, answered }: EventNode,
  of: EventSpectraOf,
): Float64Array {
  const whole = of.slope(event, scale)
  const contained = detected * answered
  if (!(contained > 0) || event.saved === 0) return whole
  const left = 1 - event.saved
  const rest = of.slope(event, scale * left)
  return whole.map((value, j) => (1 - contained) * value + contained * left * (rest[j] ?? 0))
}

/** The derivative by the chance that the event is contained; null where containing saves nothing. */
export function containedSlope(event: EventLaw, { scale }: EventNode, of: EventSpectraOf): Float64Array | null {
  if (event.saved === 0) return null
  const whole = of.spectra(event, scale).loss
  return of.spectra(event, scale * (1 - event.saved)).loss.map((value, j) => value - (whole[j] ?? 0))
}

function mixed(a: Float64Array, b: Float64Array, share: number): Float64Array {
  return a.map((value, j) => (1 - share) * value + share * (b[j] ?? 0))
}

function scaledEvent(event: EventLaw, scale: number, lattice: Lattice): EventSpectra {
  let made = lawSpectra(primaryLoss(event, scale), lattice)
  for (const { probability, law } of event.secondary)
    made = withFurther(made, lawSpectra(law.scaled(scale), lattice), probability)
  return made
}

function lawSpectra(law: SeverityLaw | null, lattice: Lattice): EventSpectra {
  const { fourier, size, tilt, step, kept } = lattice
  const loss = new Float64Array(2 * kept)
  const weighted = new Float64Array(2 * kept)
  if (law === null) return { loss: loss.fill(1, 0, kept), weighted }
  const masses = new Float64Array(size)
  discretise(law, lattice, masses)
  for (let k = 0; k < size; k++) masses[k] = (masses[k] ?? 0) * (tilt[k] ?? 0)
  fourier.forward(masses, loss)
  for (let k = 0; k < size; k++) masses[k] = (masses[k] ?? 0) * k * step
  fourier.forward(masses, weighted)
  return { loss, weighted }
}

/** φ·(1 − p + p·other), and its derivative by −t with the product rule. */
function withFurther(one: EventSpectra, other: EventSpectra, p: number): EventSpectra {
  const loss = new Float64Array(one.loss.length)
  const weighted = new Float64Array(one.loss.length)
  const n = loss.length / 2
  for (let j = 0; j < n; j++) {
    const [aRe, aIm] = [one.loss[j] ?? 0, one.loss[n + j] ?? 0]
    const [bRe, bIm] = [1 - p + p * (other.loss[j] ?? 0), p * (other.loss[n + j] ?? 0)]
    const [cRe, cIm] = [one.weighted[j] ?? 0, one.weighted[n + j] ?? 0]
    const [dRe, dIm] = [p * (other.weighted[j] ?? 0), p * (other.weighted[n + j] ?? 0)]
    loss[j] = aRe * bRe - aIm * bIm
    loss[n + j] = aRe * bIm + aIm * bRe
    weighted[j] = cRe * bRe - cIm * bIm + aRe * dRe - aIm * dIm
    weighted[n + j] = cRe * bIm + cIm * bRe + aRe * dIm + aIm * dRe
  }
  return { loss, weighted }
}
