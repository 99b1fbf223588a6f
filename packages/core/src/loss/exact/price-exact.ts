import type { LossCurve } from '../loss-curve.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { keptMoments } from '../moments/loss-moments.ts'
import { chooseLattices, latticesInSteps } from './choose-lattices.ts'
import { asPart, finished, type Steps } from './in-steps.ts'
import { isKeptEnough } from './kept-frequencies.ts'
import { type Lattice, mostRate } from './lattice.ts'
import { type LatticeCurve, latticeCurve } from './lattice-curve.ts'
import { type PortfolioSpectrum, portfolioSpectrum, spectrumInSteps } from './portfolio-spectrum.ts'
import { retainedYear } from './retained-year.ts'
import type { Points } from './scenario-transform.ts'
import { stitch } from './stitched-curve.ts'

export type ExactSettings = Points & {
  /** Points of each lattice, a power of two: 4096 while something is dragged, 16384 for a settled answer. */
  readonly size: number
  /** The most ranges that are stitched together for a heavy tail. */
  readonly ranges: number
  /** The largest lattice reaches at least this amount. */
  readonly atLeast?: number
}

export const settled: ExactSettings = { size: 16_384, ranges: 5, rateStep: 0.24, ratePoints: 24, effectPoints: 4 }
export const dragged: ExactSettings = { size: 4_096, ranges: 1, rateStep: 0.35, ratePoints: 8, effectPoints: 3 }

/** An engine for one portfolio that keeps what a change does not touch. */
export type ExactEngine = {
  readonly curve: () => LossCurve
  /** Re-prices a changed portfolio, touching only what changed; bit for bit the same as from scratch on the same lattices. */
  readonly change: (next: ResolvedPortfolio) => LossCurve
  /** Those of the last price. */
  readonly lattices: readonly Lattice[]
}

/**
 * The distribution of a year's loss as a compound distribution by Fourier transform (Bühlmann 1984, Embrechts and Frei 2009): mean-preserving discretisation,
 * no renormalisation, exponential tilting, smaller ranges stitched in where quantiles lie far below the range. Mean, standard deviation and
 * P(0) are closed form. Relative error of a quantile about (step/quantile)², 1e-6 settled and 1e-4 dragged.
 * @param lattices those of another engine, to price on the same ones; when left out they are chosen, and chosen anew when losses have
 * outgrown them
 */
export function exactEngine(
  portfolio: ResolvedPortfolio,
  settings: ExactSettings = settled,
  lattices?: readonly Lattice[],
): ExactEngine {
  return finished(engineInSteps(portfolio, settings, lattices))
}

/** The same engine, made a few scenarios at a time. */
export function* engineInSteps(
  portfolio: ResolvedPortfolio,
  settings: ExactSettings,
  given?: readonly Lattice[],
): Steps<ExactEngine> {
  const moments = keptMoments(portfolio)
  let now = portfolio
  let fitted = moments.rough()
  let lattices = given ?? (yield* asPart(latticesInSteps(portfolio, settings), 0, 0.4))
  let spectra = yield* asPart(spectraInSteps(portfolio, lattices, settings), given === undefined ? 0.4 : 0, 1)

  function widened(): readonly LatticeCurve[] {
    const { pZero } = moments.rough()
    return lattices.flatMap((_, at) => {
      for (;;) {
        const [one, spectrum] = [lattices[at], spectra[at]]
        if (one === undefined || spectrum === undefined) return []
        const transform = spectrum.current()
        const { half } = one.fourier
        if (isKeptEnough(transform, half)) return [latticeCurve(transform, one, pZero)]
        const wider = { ...one, kept: Math.min(half, 4 * one.kept) }
        lattices = lattices.with(at, wider)
        spectra = spectra.with(at, portfolioSpectrum(now, wider, settings))
      }
    })
  }

  function isOutgrown(curves: readonly LatticeCurve[]): boolean {
    const [largest] = curves
    const [grid] = lattices
    if (given !== undefined || largest === undefined || grid === undefined) return false
    const { mean, variance } = moments.rough()
    const rate = spectra[0]?.rate() ?? 0
    if (rate > mostRate(grid)) return true
    const [reach, reached] = [mean + 4 * Math.sqrt(variance), fitted.mean + 4 * Math.sqrt(fitted.variance)]
    if (settings.ranges === 1 && reach < reached / 6) return true
    return reach > 1.02 * reached && 1 - largest.cdf(largest.range - largest.step) > 1e-3
  }

  function curve(): LossCurve {
    let curves = widened()
    if (isOutgrown(curves)) {
      fitted = moments.rough()
      lattices = chooseLattices(now, settings)
      spectra = finished(spectraInSteps(now, lattices, settings))
      curves = widened()
    }
    const insurance = now.source.aggregateInsurance
    const stitched = stitch(curves, moments.current())
    return insurance === undefined ? stitched.curve : retainedYear(stitched, moments.current(), insurance)
  }

  return {
    curve,
    change: (next) => {
      for (const spectrum of spectra) spectrum.change(next)
      moments.change(next)
      now = next
      return curve()
    },
    get lattices() {
      return lattices
    },
  }
}

function* spectraInSteps(
  portfolio: ResolvedPortfolio,
  lattices: readonly Lattice[],
  points: Points,
): Steps<readonly PortfolioSpectrum[]> {
  const spectra: PortfolioSpectrum[] = []
  for (const [at, one] of lattices.entries()) {
    const steps = spectrumInSteps(portfolio, one, points)
    spectra.push(yield* asPart(steps, at / lattices.length, (at + 1) / lattices.length))
  }
  return spectra
}

export function priceExact(portfolio: ResolvedPortfolio, settings: ExactSettings = settled): LossCurve {
  return exactEngine(portfolio, settings).curve()
}
