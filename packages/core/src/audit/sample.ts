import { mixed, uniform } from '../loss/simulate/random-stream.ts'

/** What a sample can be drawn from; a population that the organisation does not keep has nobody in it. */
export const populationWords = {
  none: 'No sample',
  person: 'People',
  joiner: 'Joiners',
  leaver: 'Leavers',
  change: 'Changes',
  incident: 'Incidents',
  supplier: 'Suppliers',
  evidence: 'Pieces of evidence',
  asset: 'Assets',
  risk: 'Risks',
  treatment_action: 'Actions',
  nonconformity: 'Nonconformities',
} as const

export type PopulationName = Exclude<keyof typeof populationWords, 'none'>

/** A number for words, so that a seed can be said, written down and typed again. */
function keyOf(words: string): number {
  let key = 0x811c9dc5
  for (const letter of words) key = Math.imul(key ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return mixed(key, words.length, 0)
}

/**
 * Draws a simple random sample without replacement: the same population and seed give the same sample, wherever it is drawn.
 * The population is taken in the order given (by number), and the sample comes back in that order.
 * Method: each member gets a number of the keyed stream by its name; the smallest are drawn. A member that is added later
 * takes at most one place, so that a sample can be extended.
 */
export function drawSample(population: readonly string[], size: number, seed: string): readonly string[] {
  const key = keyOf(seed)
  const drawn = population
    .map((name, at) => ({ at, name, lot: uniform(key, keyOf(name), 0) }))
    .toSorted((a, b) => a.lot - b.lot || a.at - b.at)
    .slice(0, Math.max(0, size))
  return drawn.toSorted((a, b) => a.at - b.at).map(({ name }) => name)
}

/** A usual size of a sample: the square root of the population, at least three, or all of a few. */
export function suggestedSize(population: number): number {
  return Math.min(population, Math.max(3, Math.ceil(Math.sqrt(population))))
}
