import type { MethodologyInput, RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import { type YearFigures, yearFigures } from '@sinew/core/estimate/year-in-words.ts'
import { scenarioOf } from '@sinew/core/loss/chain-portfolio.ts'
import { dragged, type ExactSettings, priceExact, settled } from '@sinew/core/loss/exact/price-exact.ts'
import type { LossState } from '@sinew/core/loss/loss-state.ts'
import { resolvePortfolio } from '@sinew/core/loss/model/resolve-portfolio.ts'
import type { SharesOf } from '@sinew/core/loss/price-risk.ts'
import { sampleCurve } from '../loss/sample-curve.ts'
import type { CurvePoints } from '../ui/chart/loss-curve-points.ts'

/** A year of one risk alone in a state: drawn and read. */
export type RiskYear = { readonly points: CurvePoints; readonly figures: YearFigures }

/** While it is typed: two ranges, so that ordinary years show as well as rare ones, within a frame. */
export const typed: ExactSettings = { ...dragged, size: 2_048, ranges: 2 }
/** Once it rests: stitched ranges, still short enough not to be felt in the page. */
export const rested: ExactSettings = { ...settled, size: 4_096 }

/** The exact distribution of the risk's year; null without a usable estimate and for a closed risk. */
export function priceRiskYear(
  risk: RiskInput,
  sharesOf: SharesOf,
  state: LossState,
  methodology: Pick<MethodologyInput, 'maxReduction'>,
  settings: ExactSettings,
): RiskYear | null {
  const scenario = scenarioOf(risk, sharesOf, state, methodology)
  if (scenario === null) return null
  const curve = priceExact(resolvePortfolio({ scenarios: [scenario] }), settings)
  return { points: sampleCurve(curve, 1e-3), figures: yearFigures(curve) }
}
