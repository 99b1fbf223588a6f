import type { LossCurve } from '../loss-curve.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { type ExactSettings, engineInSteps, settled } from './price-exact.ts'

/**
 * `priceExact` a few scenarios at a time, with the same bits: for a worker that tells how far it is and stops when nobody waits any
 * more. Yields the share that is done, rising from 0 to 1; leaving the generator is all it takes to cancel.
 */
export function* priceInSteps(
  portfolio: ResolvedPortfolio,
  settings: ExactSettings = settled,
): Generator<number, LossCurve> {
  const engine = yield* engineInSteps(portfolio, settings)
  return engine.curve()
}
