import { chooseLattices } from './exact/choose-lattices.ts'
import { exactEngine, settled } from './exact/price-exact.ts'
import { exceedance, type LossCurve, tailValueAtRisk } from './loss-curve.ts'
import type { Portfolio } from './model/portfolio.ts'
import { resolvePortfolio } from './model/resolve-portfolio.ts'
import { lossMoments } from './moments/loss-moments.ts'
import { priceSimulated, type SimulatedCurve } from './simulate/simulated-curve.ts'

export const engines = ['exact', 'simulate', 'moments'] as const
export type Engine = (typeof engines)[number]

/** The levels that a price is shown at. */
export const priceLevels = [0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999] as const

export type PricedLevel = {
  readonly p: number
  readonly var: number
  readonly tvar: number
  /** How far the value at risk may be off, in money. */
  readonly error: number
}

/** A portfolio's price in the form that is shown and stored. Moments alone have no levels. */
export type PortfolioPrice = {
  readonly engine: Engine
  readonly mean: number
  readonly sd: number
  readonly pZero: number
  readonly levels: readonly PricedLevel[]
  /** Amounts with the probability that a year costs more. */
  readonly exceedance: readonly { readonly amount: number; readonly probability: number }[]
}

export type PriceOptions = {
  readonly engine?: Engine
  readonly seed?: number
  readonly years?: number
}

/** In portfolios as large as this every single loss is small beside a year, so that fewer points give as many digits. */
const large = 300

/**
 * Prices a portfolio with one of the three engines. Errors: exact, by comparing with half as many points, which leaves a third of the difference; simulated, half the
 * 95 % interval of the order statistic.
 * @throws never for a portfolio that `parsePortfolio` gave
 */
export function pricePortfolio(portfolio: Portfolio, options: PriceOptions = {}): PortfolioPrice {
  const { engine = 'exact', seed = 1, years = 100_000 } = options
  const resolved = resolvePortfolio(portfolio)
  if (engine === 'simulate') {
    const curve = priceSimulated(resolved, seed, years)
    return shown(engine, curve, (p) => bandHalf(curve, p))
  }
  if (engine === 'moments' && portfolio.aggregateInsurance === undefined) {
    const { mean, variance, pZero } = lossMoments(resolved)
    return { engine, mean, sd: Math.sqrt(variance), pZero, levels: [], exceedance: [] }
  }
  const settings = portfolio.scenarios.length > large ? { ...settled, size: 4_096, effectPoints: 3 } : settled
  const lattices = chooseLattices(resolved, settings)
  const curve = exactEngine(resolved, settings, lattices).curve()
  if (engine === 'moments') {
    const { mean, sd, pZero } = curve
    return { engine, mean, sd, pZero, levels: [], exceedance: [] }
  }
  const half = { ...settings, size: settings.size / 2 }
  const coarse = exactEngine(resolved, half, chooseLattices(resolved, half)).curve()
  return shown(engine, curve, (p) => Math.abs(curve.quantile(p) - coarse.quantile(p)) / 3)
}

function bandHalf(curve: SimulatedCurve, p: number): number {
  const { low, high } = curve.quantileBand(p)
  return (high - low) / 2
}

function shown(engine: Engine, curve: LossCurve, errorAt: (p: number) => number): PortfolioPrice {
  const { mean, sd, pZero } = curve
  const levels = priceLevels.map((p) => {
    return { p, var: curve.quantile(p), tvar: tailValueAtRisk(curve, p), error: errorAt(p) }
  })
  const amounts = roundAmounts(curve.quantile(0.999))
  return {
    engine,
    mean,
    sd,
    pZero,
    levels,
    exceedance: amounts.map((amount) => ({ amount, probability: exceedance(curve, amount) })),
  }
}

/** 1, 2 and 5 times powers of ten over the three decades below an amount. */
function roundAmounts(most: number): readonly number[] {
  if (!(most > 0)) return []
  let power = 1
  while (power * 10 <= most) power *= 10
  while (power > most) power /= 10
  return [power / 100, power / 10, power].flatMap((one) => [one, 2 * one, 5 * one]).filter((amount) => amount <= most)
}
