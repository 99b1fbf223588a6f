import type { Lattice } from '../../exact/lattice.ts'
import { type ExactSettings, exactEngine } from '../../exact/price-exact.ts'
import type { LossCurve } from '../../loss-curve.ts'
import type { Insurance } from '../../model/portfolio.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '../../model/resolve-portfolio.ts'
import type { RiskMeasure } from '../risk-measure.ts'
import { functionalSlopes, type InputSlopes, noSlopes } from './functional-slopes.ts'
import { meanSlopes } from './mean-slopes.ts'

/**
 * Slopes of a measure. With F the distribution and L(x) = E[min(S, x)]: dE S in closed form; dVaR_p = −dF(q)·dq/dp at q = VaR_p, so 0 where an amount with a probability of
 * its own holds the quantile; dTVaR_p = (dE S − dL(q))/(1 − p). dF and dL are sums over masses. Yearly insurance is a difference of such terms.
 */
export function measureSlopes(
  portfolio: ResolvedPortfolio,
  measure: RiskMeasure,
  settings: ExactSettings,
): InputSlopes {
  const insurance = portfolio.source.aggregateInsurance
  if (measure.kind === 'mean' && insurance === undefined) return meanSlopes(portfolio)
  // The distribution before yearly insurance, on which both kinds of amounts are looked up.
  const gross =
    insurance === undefined ? portfolio : resolvePortfolio({ ...portfolio.source, aggregateInsurance: undefined })
  const engine = exactEngine(gross, settings)
  const curve = engine.curve()
  const { terms, means } = termsOf(measure, curve, insurance)
  const sums = noSlopes(portfolio)
  if (means !== 0) add(sums, means, meanSlopes(portfolio))
  const byLattice = new Map<Lattice, Float64Array>()
  for (const term of terms) {
    const lattice = engine.lattices.findLast(({ range }) => term.x < 0.95 * range) ?? engine.lattices[0]
    if (lattice === undefined || term.factor === 0) continue
    const weights = byLattice.get(lattice) ?? new Float64Array(lattice.size)
    byLattice.set(lattice, weights)
    addTerm(weights, term, lattice)
  }
  for (const [lattice, weights] of byLattice)
    add(sums, 1, functionalSlopes(gross, lattice, weights, settings.ratePoints))
  return sums
}

/** factor·F(x) or factor·E[min(S, x)]. */
type Term = { readonly kind: 'below' | 'limited'; readonly x: number; readonly factor: number }

function termsOf(
  measure: RiskMeasure,
  curve: LossCurve,
  insurance: Insurance | undefined,
): { readonly terms: readonly Term[]; readonly means: number } {
  const { deductible, limit } = insurance ?? { deductible: Number.POSITIVE_INFINITY, limit: 0 }
  const top = deductible + limit
  const limited = (x: number, factor: number): Term => ({ kind: 'limited', x, factor })
  // What is left is S up to the deductible and what exceeds the top.
  if (measure.kind === 'mean') return { terms: [limited(deductible, 1), limited(top, -1)], means: 1 }
  const q = curve.quantile(measure.p)
  if (measure.kind === 'var') {
    const isPaid = q > deductible && q <= top
    const terms: Term[] = isPaid ? [] : [{ kind: 'below', x: q, factor: -spacing(curve, measure.p) }]
    return { terms, means: 0 }
  }
  const part = 1 / (1 - measure.p)
  if (insurance === undefined) return { terms: [limited(q, -part)], means: part }
  if (q < deductible) return { terms: [limited(deductible, part), limited(q, -part), limited(top, -part)], means: part }
  return { terms: [limited(Math.max(q, top), -part)], means: part }
}

const nearby = 1e-7

/** dq/dp: one over the density at the quantile. */
function spacing(curve: LossCurve, p: number): number {
  const step = Math.min(nearby, p / 2, (1 - p) / 2)
  return (curve.quantile(p + step) - curve.quantile(p - step)) / (2 * step)
}

/** Adds a term as weights of the masses, between the lattice's points as the curve itself has it. */
function addTerm(weights: Float64Array, { kind, x, factor }: Term, { step, size }: Lattice): void {
  if (kind === 'limited') {
    // E[min(S, x)] = x − Σ_{kh < x} (x − kh)·m_k, also where masses beyond the range are missing.
    for (let k = 0; k < size && k * step < x; k++) weights[k] = (weights[k] ?? 0) - factor * (x - k * step)
    return
  }
  const at = Math.min(size - 1, Math.floor(x / step + 0.5))
  for (let k = 0; k < at; k++) weights[k] = (weights[k] ?? 0) + factor
  const share = at === 0 ? Math.min(1, (2 * x) / step) : Math.min(1, x / step - (at - 0.5))
  weights[at] = (weights[at] ?? 0) + factor * share
}

function add(into: InputSlopes, factor: number, slopes: InputSlopes): void {
  slopes.rates.forEach((value, at) => {
    into.rates[at] = (into.rates[at] ?? 0) + factor * value
  })
  slopes.links.forEach((links, at) => {
    links.forEach((value, k) => {
      const own = into.links[at]
      if (own !== undefined) own[k] = (own[k] ?? 0) + factor * value
    })
  })
}
