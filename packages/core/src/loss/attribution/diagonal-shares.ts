import type { Portfolio } from '../model/portfolio.ts'
import { ownControlId, withAssurances } from '../model/portfolio-state.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '../model/resolve-portfolio.ts'
import { aumannShapleyShares } from './aumann-shapley.ts'
import { quick } from './gradients.ts'
import type { RiskMeasure } from './risk-measure.ts'
import { measureSlopes } from './slopes/measure-slopes.ts'

/** How far the shares may miss the total before they are not believed. */
const mostMissed = 0.02

/**
 * Aumann–Shapley shares of what controls take off a measure, for any number of them: all assurances grow from 0 together, and each control earns what its slope takes off on the way. Eight
 * gradients. They add up to `total`, the last error in proportion; null where they miss it by more than 2 %, as they do when the measure jumps (an amount with a probability of its own,
 * a limit that comes to bind): then they are not the shares.
 */
export function diagonalShares(
  portfolio: Portfolio,
  measure: RiskMeasure,
  ids: readonly string[],
  total: number,
): readonly number[] | null {
  const place = new Map(ids.map((id, at) => [id, at]))
  let last: ResolvedPortfolio | undefined
  const shares = aumannShapleyShares(
    ids.map(() => 1),
    ([t = 0]) => {
      last = resolvePortfolio(
        withAssurances(portfolio, ({ assurance }) => t * assurance),
        last,
      )
      return slopesAlong(last, measure, place, t)
    },
  )
  const sum = shares.reduce((all, one) => all + one, 0)
  if (!(Math.abs(sum + total) <= mostMissed * Math.abs(total))) return null
  return Array.from(shares, (share) => (sum === 0 ? 0 : (share / sum) * total))
}

/** By the factor t of each control's assurance: slope times the assurance at t = 1. */
function slopesAlong(
  portfolio: ResolvedPortfolio,
  measure: RiskMeasure,
  place: ReadonlyMap<string, number>,
  t: number,
): readonly number[] {
  const slopes = measureSlopes(portfolio, measure, quick)
  const out = Array.from(place, () => 0)
  portfolio.scenarios.forEach(({ links, source }, i) => {
    links.forEach(({ control }, k) => {
      const at = place.get(control.isShared ? control.id : ownControlId(source, i, control.source, k))
      const full = control.source.assurance / t
      if (at !== undefined) out[at] = (out[at] ?? 0) + full * (slopes.links[i]?.[k] ?? 0)
    })
  })
  return out
}
