import type { LossCurve } from '../loss-curve.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { type LossMoments, lossMoments } from '../moments/loss-moments.ts'
import { chooseLattices } from './choose-lattices.ts'
import { asPart, finished, type Steps } from './in-steps.ts'
import type { Lattice } from './lattice.ts'
import { type LatticeCurve, latticeCurve } from './lattice-curve.ts'
import { type PortfolioSpectrum, spectrumInSteps } from './portfolio-spectrum.ts'
import { retainedYear } from './retained-year.ts'

export type ExactSettings = {
  /** Points of each lattice, a power of two: 4096 while something is dragged, 16384 for a settled answer. */
  readonly size: number
  /** The most ranges that are stitched together for a heavy tail. */
  readonly ranges: number
  /** Points for an uncertain rate. */
  readonly ratePoints: number
  /** The largest lattice reaches at least this amount. */
  readonly atLeast?: number
}

export const settled: ExactSettings = { size: 16_384, ranges: 5, ratePoints: 24 }
export const dragged: ExactSettings = { size: 4_096, ranges: 1, ratePoints: 6 }

/** An engine for one portfolio on fixed lattices, for as long as its changes keep to them. */
export type ExactEngine = {
  readonly curve: () => LossCurve
  /** Re-prices a changed portfolio on the same lattices, touching only what changed; bit for bit the same as from scratch on them. */
  readonly change: (next: ResolvedPortfolio) => LossCurve
  readonly lattices: readonly Lattice[]
}

/**
 * The distribution of a year's loss as a compound distribution by Fourier transform (Bühlmann 1984, Embrechts and Frei 2009): mean-preserving discretisation,
 * no renormalisation, exponential tilting, smaller ranges stitched in where quantiles lie far below the range. Mean, standard deviation and
 * P(0) are closed form. Relative error of a quantile about (step/quantile)², 1e-6 settled and 1e-4 dragged.
 * @param lattices those of another engine, to price on the same ones
 */
export function exactEngine(
  portfolio: ResolvedPortfolio,
  settings: ExactSettings = settled,
  lattices: readonly Lattice[] = chooseLattices(portfolio, settings),
): ExactEngine {
  return finished(engineInSteps(portfolio, settings, lattices))
}

/** The same engine, made a few scenarios at a time. */
export function* engineInSteps(
  portfolio: ResolvedPortfolio,
  settings: ExactSettings,
  lattices: readonly Lattice[],
): Steps<ExactEngine> {
  const spectra: PortfolioSpectrum[] = []
  for (const [at, one] of lattices.entries()) {
    const steps = spectrumInSteps(portfolio, one, settings.ratePoints)
    spectra.push(yield* asPart(steps, at / lattices.length, (at + 1) / lattices.length))
  }
  let now = portfolio
  const curve = () => stitchedCurve(now, spectra, lattices)
  return {
    curve,
    change: (next) => {
      for (const spectrum of spectra) spectrum.change(next)
      now = next
      return curve()
    },
    lattices,
  }
}

export function priceExact(portfolio: ResolvedPortfolio, settings: ExactSettings = settled): LossCurve {
  return exactEngine(portfolio, settings).curve()
}

function stitchedCurve(
  portfolio: ResolvedPortfolio,
  spectra: readonly PortfolioSpectrum[],
  lattices: readonly Lattice[],
): LossCurve {
  const moments = lossMoments(portfolio)
  const curves = spectra.flatMap((spectrum, at) => {
    const own = lattices[at]
    return own === undefined ? [] : [latticeCurve(spectrum.current(), own, moments.pZero)]
  })
  const insurance = portfolio.source.aggregateInsurance
  const stitched = stitch(curves, moments)
  return insurance === undefined ? stitched.curve : retainedYear(stitched, moments, insurance)
}

export type StitchedCurve = { readonly curve: LossCurve; readonly limitedSquare: (x: number) => number }

/** Each lattice shows everything below its own range rightly; the smallest that reaches far enough shows it finest. */
function stitch(curves: readonly LatticeCurve[], { mean, variance, pZero }: LossMoments): StitchedCurve {
  const largest = curves[0]
  const finest = (x: number) => curves.findLast(({ range }) => x < 0.95 * range) ?? largest
  const limitedMean = (x: number) => finest(x)?.limitedMean(x) ?? mean
  return {
    curve: {
      mean,
      sd: Math.sqrt(variance),
      pZero,
      cdf: (x) => finest(x)?.cdf(x) ?? 1,
      quantile: (p) => {
        for (const curve of curves.toReversed()) {
          const q = curve.quantile(p)
          if (q !== null && q < 0.95 * curve.range) return q
        }
        return largest?.quantile(p) ?? largest?.range ?? 0
      },
      stopLoss: (x) => Math.max(0, mean - limitedMean(x)),
    },
    limitedSquare: (x) => finest(x)?.limitedSquare(x) ?? 0,
  }
}
