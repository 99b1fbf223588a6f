import type { FrequencyShape, Interval, LossShape, SecondaryLoss } from '../chain/chain-snapshot.ts'
import type { EstimateInput } from '../loss/loss-law.ts'
import { lawOfShape } from '../loss/shape-law.ts'

/** An estimate as it is said: null for what is not said. */
export type SaidEstimate = {
  readonly frequency: Interval | null
  readonly lossMinor: Interval | null
  readonly lossCapMinor: number | null
  readonly frequencyShape?: FrequencyShape | null
  readonly lossShape?: LossShape | null
  readonly secondaryLosses?: readonly SecondaryLoss[]
}

/**
 * The estimate as the rules and the law read it. Where a law of its own is said, its range is what 90 % of it span, so that whoever reads ranges
 * alone reads the same estimate.
 */
export function estimateInputOf(said: SaidEstimate): EstimateInput {
  const { frequencyShape, lossShape, secondaryLosses = [], lossCapMinor } = said
  return {
    frequency: frequencyShape ? rangeOfFrequency(frequencyShape) : said.frequency,
    lossMinor: lossShape ? rangeOfLoss(lossShape) : said.lossMinor,
    lossCapMinor,
    ...(frequencyShape ? { frequencyShape } : {}),
    ...(lossShape ? { lossShape } : {}),
    ...(secondaryLosses.length === 0 ? {} : { secondaryLosses }),
  }
}

function rangeOfFrequency({ probability }: FrequencyShape): Interval {
  return { low: probability, high: probability }
}

/** In whole minor units, at least one; null where the law cannot be made. */
function rangeOfLoss(shape: LossShape): Interval | null {
  const isWhole =
    shape.kind === 'pert'
      ? shape.minMinor >= 0 &&
        shape.minMinor <= shape.modeMinor &&
        shape.modeMinor <= shape.maxMinor &&
        shape.minMinor < shape.maxMinor
      : shape.amountsMinor.length > 0
  if (!isWhole) return null
  const law = lawOfShape(shape)
  const at = (p: number) => Math.max(1, Math.round(law.quantile(p)))
  return { low: at(0.05), high: at(0.95) }
}
