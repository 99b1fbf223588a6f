import { dragged, type ExactSettings, settled } from '@sinew/core/loss/exact/price-exact.ts'
import { mostAtHand } from './loss-limits.ts'

/** While something is dragged: two ranges show the ordinary years as well as the rare ones. */
export const atHand: ExactSettings = { ...dragged, size: 2_048, ranges: 2 }

/** Once it rests. The sum of very many risks is smooth, and needs fewer points for the same digits. */
export function atRest(risks: number): ExactSettings {
  return risks <= mostAtHand ? settled : { ...dragged, ranges: 2 }
}
