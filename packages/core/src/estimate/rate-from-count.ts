import type { Interval } from '../chain/chain-snapshot.ts'
import { gammaLower } from '../loss/elementary/incomplete-gamma.ts'

/**
 * The 90 % interval of a yearly rate after `events` in `years` (years of one organisation, or organisations times years):
 * Gamma(events + ½, years), the posterior under Jeffreys' prior for a Poisson rate (Gelman et al., Bayesian Data Analysis, 2.8).
 * Two significant digits. Null unless events is a whole number from 0 and years above zero, both finite.
 */
export function rateFromCount(events: number, years: number): Interval | null {
  if (!Number.isInteger(events) || events < 0 || events > 1e6 || !(years > 0) || !Number.isFinite(years)) return null
  const end = (p: number) => Number((gammaQuantile(events + 0.5, p) / years).toPrecision(2))
  return { low: end(0.05), high: end(0.95) }
}

// Halving reaches full precision from any start; it runs twice on a click.
function gammaQuantile(shape: number, p: number): number {
  let low = 0
  let high = shape + 10 * Math.sqrt(shape) + 10
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    if (gammaLower(shape, middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
