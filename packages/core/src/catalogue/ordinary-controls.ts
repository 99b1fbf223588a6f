import { expectedReduction } from '../loss/effect.ts'
import { suggestLink } from './suggested-link.ts'
import { findThreat } from './threats.ts'

/**
 * Published rates come from organisations that are not bare: they are taken to have this share of the effect of the controls the
 * catalogue suggests. An assumption of ours, for want of a study: half, as some have all of them and some have none.
 */
export const ordinaryShare = 0.5

/**
 * What an observed rate is multiplied with to get the rate without any control, so that it can stand as a risk's inherent
 * frequency: one over Π(1 − share · reduction) of the suggested controls that make the scenario rarer. With half of their
 * effect proven, a risk that starts from here is back at the published rate; with nothing proven it is above it.
 * 1 for a scenario nobody suggests such controls for, or that is unknown.
 */
export function frequencyWithoutControls(threatId: string): number {
  const refs = findThreat(threatId)?.mitigatingControls ?? []
  const left = refs
    .map((ref) => suggestLink(ref))
    .filter(({ effect }) => effect === 'frequency')
    .reduce((rest, { reduction }) => rest * (1 - ordinaryShare * expectedReduction(reduction)), 1)
  return 1 / left
}
