import type { Lattice } from '../exact/lattice.ts'
import { type ExactSettings, exactEngine } from '../exact/price-exact.ts'
import { type LossCurve, tailValueAtRisk } from '../loss-curve.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '../model/resolve-portfolio.ts'
import { quick } from './gradients.ts'
import { addProduct, pairedAlone, weightsOnSpectrum } from './slopes/complex-spectra.ts'
import { nodeSpectra } from './slopes/event-slopes.ts'
import { eventFactor } from './slopes/functional-slopes.ts'
import { scenarioMeans } from './slopes/mean-slopes.ts'
import { scenariosWithin } from './slopes/year-spectra.ts'

/** What one scenario contributes to the mean year, to a year that costs just the value at risk, and to the worst 1 − p of years. */
export type TailShare = { readonly id: string; readonly mean: number; readonly var: number; readonly tvar: number }

/**
 * What drives the tail: E[S_i], E[S_i | S = VaR] and E[S_i | S > VaR] for each scenario's loss S_i, in order (Euler's shares; Tasche 1999). They add up to the mean, the value at risk
 * and the tail value at risk of level p, because the lattice's error, about 1e-4, is shared out in proportion. Found from E[S_i·e^{−tS}], in which the count is
 * that of a random event's year: right for every count law, mixtures included. Before yearly insurance.
 */
export function tailShares(portfolio: Portfolio, p: number, settings: ExactSettings = quick): readonly TailShare[] {
  const resolved = resolvePortfolio({ ...portfolio, aggregateInsurance: undefined })
  const engine = exactEngine(resolved, settings)
  const curve = engine.curve()
  const q = curve.quantile(p)
  const lattice = engine.lattices.findLast(({ range }) => q < 0.95 * range) ?? engine.lattices[0]
  if (lattice === undefined) return []
  const { step } = lattice
  const k = Math.min(lattice.size - 2, Math.floor(q / step))
  const [at, next, below] = weighted(resolved, lattice, settings.ratePoints, [
    only(k, lattice),
    only(k + 1, lattice),
    upTo(q, p, lattice, curve),
  ])
  const means = scenarioMeans(resolved)
  const tails = means.map((mean, i) => Math.max(0, mean - (below?.[i] ?? 0)))
  const part = q / step - k
  const [lower, upper] = [sharedOut(at, k * step * (1 - part)), sharedOut(next, (k + 1) * step * part)]
  const mean = sharedOut(means, curve.mean)
  const tvar = sharedOut(tails, tailValueAtRisk(curve, p))
  return resolved.scenarios.map(({ id }, i) => {
    return { id, mean: mean(i), var: lower(i) + upper(i), tvar: tvar(i) }
  })
}

/** Σ_k w_k·E[S_i; S = kh] for each scenario and each of the weights. */
function weighted(
  portfolio: ResolvedPortfolio,
  lattice: Lattice,
  ratePoints: number,
  weights: readonly Float64Array[],
): readonly Float64Array[] {
  const sums = weights.map(() => new Float64Array(portfolio.scenarios.length))
  const spectra = weights.map((one) => weightsOnSpectrum(one, lattice))
  for (const within of scenariosWithin(portfolio, lattice, ratePoints)) {
    const year = new Float64Array(within.rest.length)
    for (const [e, event] of within.events.entries()) {
      const loss = nodeSpectra(within.scenario.event, event, within.spectra).weighted
      addProduct(year, event.weight, eventFactor(within, e), loss)
    }
    spectra.forEach((on, n) => {
      const sum = sums[n]
      if (sum !== undefined) sum[within.at] = (sum[within.at] ?? 0) + within.point.weight * pairedAlone(on, year)
    })
  }
  return sums
}

function only(k: number, { size }: Lattice): Float64Array {
  const weights = new Float64Array(size)
  weights[k] = 1
  return weights
}

/** All masses below the quantile, and of the one at it what makes up p: an amount with a probability of its own may lie on both sides. */
function upTo(q: number, p: number, { size, step }: Lattice, curve: LossCurve): Float64Array {
  const weights = new Float64Array(size)
  const at = Math.min(size - 1, Math.floor(q / step + 0.5))
  weights.fill(1, 0, at)
  const [from, to] = [at === 0 ? 0 : curve.cdf((at - 0.5) * step), curve.cdf((at + 0.5) * step)]
  weights[at] = to > from ? Math.min(1, Math.max(0, (p - from) / (to - from))) : 0
  return weights
}

/** Parts in proportion to these amounts that add up to a total. */
function sharedOut(amounts: Float64Array | undefined, total: number): (i: number) => number {
  const sum = amounts?.reduce((all, one) => all + one, 0) ?? 0
  return (i) => (sum > 0 ? ((amounts?.[i] ?? 0) / sum) * total : 0)
}
