import { powerOfTwoAbove } from '../loss/elementary/power-of-two.ts'
import { aligned } from '../loss/exact/choose-lattices.ts'
import { totalRate } from '../loss/exact/choose-range.ts'
import { finished, type Steps } from '../loss/exact/in-steps.ts'
import { type Lattice, lattice } from '../loss/exact/lattice.ts'
import { type ExactEngine, type ExactSettings, engineInSteps } from '../loss/exact/price-exact.ts'
import type { LossCurve } from '../loss/loss-curve.ts'
import type { Portfolio } from '../loss/model/portfolio.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '../loss/model/resolve-portfolio.ts'
import { lossMoments } from '../loss/moments/loss-moments.ts'
import { recordedSettings } from './recorded-settings.ts'

// The largest probability that a range may leave beyond it: one year in a hundred has to be seen well inside.
const beyond = 0.002

export type YearPricer = ((portfolio: Portfolio) => LossCurve) & {
  /** The same a few scenarios at a time, as far as it is priced from scratch. */
  readonly inSteps: (portfolio: Portfolio) => Steps<LossCurve>
}

/**
 * Prices one portfolio after another, each time only what changed against the last. Which lattices are used follows from the portfolio
 * alone, so that the result is the same whatever was priced before.
 * @param settingsOf how finely so many scenarios are priced
 */
export function yearPricer(settingsOf: (scenarios: number) => ExactSettings = recordedSettings): YearPricer {
  let last: ResolvedPortfolio | undefined
  let priced: { readonly portfolio: Portfolio; readonly curve: LossCurve } | undefined
  const engines = new Map<string, ExactEngine>()
  function* inSteps(portfolio: Portfolio): Steps<LossCurve> {
    if (portfolio.scenarios.length === 0) return noLoss
    if (priced !== undefined && isUnchanged(priced.portfolio, portfolio)) return priced.curve
    const resolved = resolvePortfolio(portfolio, last)
    last = resolved
    const settings = settingsOf(portfolio.scenarios.length)
    const { mean, variance } = lossMoments(resolved)
    let range = powerOfTwoAbove(Math.max(1, mean + 6 * Math.sqrt(variance)))
    for (let wider = 0; ; wider++) {
      const curve = yield* curveOn(engines, resolved, settings, aligned(resolved, range, settings.size))
      if (wider === 30 || 1 - curve.cdf(range * 0.9) < beyond) {
        priced = { portfolio, curve }
        return curve
      }
      range *= 2
    }
  }
  return Object.assign((portfolio: Portfolio) => finished(inSteps(portfolio)), { inSteps })
}

/** Whether both are made of the same objects. */
function isUnchanged({ scenarios: before, ...rest }: Portfolio, { scenarios: now, ...others }: Portfolio): boolean {
  const keys = Object.keys({ ...rest, ...others }) as (keyof typeof rest)[]
  return (
    keys.every((key) => rest[key] === others[key]) &&
    before.length === now.length &&
    before.every((scenario, k) => scenario === now[k])
  )
}

const noLoss: LossCurve = {
  mean: 0,
  sd: 0,
  pZero: 1,
  cdf: (x) => (x < 0 ? 0 : 1),
  quantile: () => 0,
  stopLoss: () => 0,
}

// A portfolio whose range crosses a power of two goes to and fro between two engines.
const mostEngines = 4

function* curveOn(
  engines: Map<string, ExactEngine>,
  resolved: ResolvedPortfolio,
  settings: ExactSettings,
  range: number,
): Steps<LossCurve> {
  const rate = powerOfTwoAbove(totalRate(resolved) + 1)
  const count = resolved.scenarios.length
  const key = `${range} ${rate} ${settings.size} ${count}`
  const known = engines.get(key)
  if (known !== undefined) return known.change(resolved)
  if (engines.size >= mostEngines) engines.delete(engines.keys().next().value ?? '')
  const lattices: Lattice[] = Array.from({ length: settings.ranges }, (_, k) =>
    // The transform of many risks dies away early; where it does not, the engine takes more frequencies by itself.
    lattice(settings.size, range / 16 ** k, rate, count > 250 ? 256 : undefined),
  )
  const engine = yield* engineInSteps(resolved, settings, lattices)
  engines.set(key, engine)
  return engine.curve()
}
