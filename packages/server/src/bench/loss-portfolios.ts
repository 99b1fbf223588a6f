import type { Control, Portfolio, Scenario } from '@sinew/core/loss/model/portfolio.ts'
import { uniform } from '@sinew/core/loss/simulate/random-stream.ts'

const key = 0x0051_ce00

/** A number between two, evenly on the logarithmic scale; the same in every run. */
function between(at: number, place: number, low: number, high: number): number {
  return low * (high / low) ** uniform(key, at, place)
}

/** Poisson rates from 0.01 to 5 a year, 90 % intervals from €20,000 to €10M: about 80 events a year for each hundred scenarios. */
export function fixedRates(count: number): Portfolio {
  return {
    scenarios: Array.from({ length: count }, (_, at): Scenario => {
      const low = between(at, 2, 1e4, 1e5)
      return {
        id: `R${at}`,
        frequency: { type: 'poisson', rate: between(at, 1, 0.01, 5) },
        severity: { type: 'lognormal90', low, high: low * between(at, 3, 4, 100) },
      }
    }),
  }
}

function control(at: number, place: number, effect: Control['effect']): Omit<Control, 'id'> {
  const mode = 0.3 + 0.5 * uniform(key, at, place)
  return {
    effect,
    effectiveness: { type: 'pert', min: mode - 0.2, mode, max: mode + 0.2 },
    assurance: 0.5 + 0.5 * uniform(key, at, place + 1),
  }
}

/** Every rate within a factor of three, and controls of PERT effectiveness: two of `shared` for each scenario. */
export function sharedControls(count: number, shared: number): Portfolio {
  return {
    controls: Array.from({ length: shared }, (_, at) => ({ id: `C${at}`, ...control(at, 10, 'frequency') })),
    scenarios: uncertainRates(count).map((scenario, at) => {
      return { ...scenario, controls: [`C${at % shared}`, `C${(at + 1 + (at % (shared - 1))) % shared}`] }
    }),
    maxReduction: 0.95,
  }
}

/** What the product makes of an organisation: every link a control of its scenario alone, none to six of them, and a largest credible loss in every third. */
export function ownControls(count: number): Portfolio {
  return {
    scenarios: uncertainRates(count).map((scenario, at) => ({
      ...scenario,
      ...(at % 3 === 0 && scenario.severity.type === 'lognormal90' ? { eventCap: 4 * scenario.severity.high } : {}),
      controls: Array.from({ length: at % 7 }, (_, k) => ({
        id: `C${k}`,
        ...control(at, 20 + 2 * k, k % 3 === 2 ? 'severity' : 'frequency'),
      })),
    })),
    maxReduction: 0.95,
  }
}

function uncertainRates(count: number): readonly Scenario[] {
  return fixedRates(count).scenarios.map((scenario, at): Scenario => {
    const rate = between(at, 1, 0.01, 5)
    return {
      ...scenario,
      frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: rate / 3, high: 3 * rate } },
    }
  })
}

/** One scenario's rate, as a slider would change it. */
export function withRate(portfolio: Portfolio, step: number): Portfolio {
  return withScenario(portfolio, 7 * step, (scenario) => {
    return { ...scenario, frequency: { type: 'poisson', rate: 0.2 + 0.01 * (step % 90) } }
  })
}

/** One scenario's largest loss. */
export function withInterval(portfolio: Portfolio, step: number): Portfolio {
  return withScenario(portfolio, 7 * step, ({ severity, ...scenario }) => {
    if (severity.type !== 'lognormal90') return { severity, ...scenario }
    return { ...scenario, severity: { ...severity, high: severity.low * (5 + (step % 40)) } }
  })
}

/** The assurance of one shared control. */
export function withSharedAssurance(portfolio: Portfolio, step: number): Portfolio {
  const { controls = [] } = portfolio
  const at = step % controls.length
  return {
    ...portfolio,
    controls: controls.map((one, k) => (k === at ? { ...one, assurance: assuranceAt(step) } : one)),
  }
}

/** The assurance of one control of one scenario. */
export function withOwnAssurance(portfolio: Portfolio, step: number): Portfolio {
  // Scenarios 1 … 6 of every seven have controls.
  const at = 7 * step + 1 + (step % 6)
  return withScenario(portfolio, at, (scenario) => ({
    ...scenario,
    controls: (scenario.controls ?? []).map((link, k) => {
      return k === 0 && typeof link === 'object' && 'effect' in link ? { ...link, assurance: assuranceAt(step) } : link
    }),
  }))
}

function assuranceAt(step: number): number {
  return 0.3 + 0.6 * uniform(key, step, 99)
}

function withScenario(portfolio: Portfolio, place: number, change: (scenario: Scenario) => Scenario): Portfolio {
  const at = place % portfolio.scenarios.length
  const old = portfolio.scenarios[at]
  return old === undefined ? portfolio : { ...portfolio, scenarios: portfolio.scenarios.with(at, change(old)) }
}
