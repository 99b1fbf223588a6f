import type { MethodologyInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { LossCurve } from '@sinew/core/loss/loss-curve.ts'
import type { PricedWhatIf } from '@sinew/core/what-if/price-what-if.ts'
import { type WorldVerdict, worldVerdict, type YearFigures, yearFigures } from '@sinew/core/what-if/year-figures.ts'
import { sampleCurve } from '../loss/sample-curve.ts'
import type { CurvePoints } from '../ui/chart/loss-curve-points.ts'

/** A year as plain data: read, drawn, sent from a worker. */
export type WorldYear = {
  readonly figures: YearFigures
  readonly verdict: WorldVerdict
  readonly points: CurvePoints
}

/** What comes of a changed world beside today. */
export type Outcome = Omit<PricedWhatIf, 'today' | 'changed'> & {
  readonly today: WorldYear
  readonly changed: WorldYear
}

/** Outcomes of one chain; a year that was seen already stays the same object. */
export function outcomes(appetite: MethodologyInput['appetite']): (priced: PricedWhatIf) => Outcome {
  const known = new WeakMap<LossCurve, WorldYear>()
  const yearOf = (curve: LossCurve): WorldYear => {
    const before = known.get(curve)
    if (before !== undefined) return before
    const year = { figures: yearFigures(curve), verdict: worldVerdict(curve, appetite), points: sampleCurve(curve) }
    known.set(curve, year)
    return year
  }
  return ({ today, changed, ...rest }) => ({ ...rest, today: yearOf(today), changed: yearOf(changed) })
}
