import type { MethodologyInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { PricedState } from '@sinew/core/risk/derive-risk.ts'
import type { Place } from '../ui/chart/heat-map-layout.ts'

type Scales = Pick<MethodologyInput, 'likelihoodBands' | 'consequenceBands'>

/** Where a priced state lies in the matrix: its bands, and how far into them by order of magnitude. */
export function heatPlace(state: PricedState, { likelihoodBands, consequenceBands }: Scales): Place {
  return {
    likelihood: withinBand(
      state.ratePerYear,
      state.likelihoodBand,
      likelihoodBands.map((band) => band.upToPerYear),
    ),
    consequence: withinBand(
      state.eventMinor,
      state.consequenceBand,
      consequenceBands.map((band) => band.upToMinor),
    ),
  }
}

/** Bands without a lower or upper bound are drawn one order of magnitude wide. */
function withinBand(value: number, index: number, bounds: readonly (number | null)[]): number {
  const last = bounds.at(-2) ?? 1
  const high = bounds[index] ?? last * 10
  const low = index === 0 ? high / 10 : (bounds[index - 1] ?? last)
  if (!(value > 0) || !(high > low) || !(low > 0)) return index + 0.5
  const share = Math.log(value / low) / Math.log(high / low)
  // The edge belongs to this band, not to the next.
  return index + Math.min(0.999, Math.max(0, share))
}
