import type { Interval } from '../chain/chain-snapshot.ts'
import { getAnnexAControl } from './annex-a.ts'

/** What a link from a risk to an Annex A control starts from, before anybody has thought about it. */
export type SuggestedLink = {
  readonly effect: 'frequency' | 'loss'
  readonly reduction: Interval
  /** Says that it is a default and what it was made from. */
  readonly note: string
}

// Wide on purpose, and weaker for a rule than for something that acts by itself: a place to start, not a measurement.
const reductionOfRule: Interval = { low: 0.05, high: 0.2 }
const reductionOfMeasure: Interval = { low: 0.1, high: 0.4 }

/**
 * A control that prevents makes events rarer; one that only detects or corrects makes each of them cheaper (control type
 * of ISO/IEC 27002). How much is the same guess for all of a kind.
 * @throws RangeError for an id that Annex A does not have.
 */
export function suggestLink(controlRef: string): SuggestedLink {
  const { attributes, theme } = getAnnexAControl(controlRef)
  const prevents = attributes.controlType.includes('Preventive')
  const reduction = theme === 'organizational' ? reductionOfRule : reductionOfMeasure
  const kind = attributes.controlType.map((type) => type.toLowerCase()).join(' and ')
  return {
    effect: prevents ? 'frequency' : 'loss',
    reduction,
    note: `Default of the catalogue for a ${kind} control, not a measurement: put your own estimate here.`,
  }
}
