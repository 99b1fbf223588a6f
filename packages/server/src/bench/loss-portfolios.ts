import type { Control, Portfolio, Scenario } from '@sinew/core/loss/model/portfolio.ts'

/** A number between 0 and 1 that walks evenly over the interval as k rises. */
const walk = (k: number, step: number) => (k * step) % 1

/** Loss scenarios with fixed rates from once in a hundred years to five times a year, and losses over three orders of magnitude. */
export function fixedPortfolio(count: number): Portfolio {
  return { scenarios: Array.from({ length: count }, (_, k) => ({ id: `R-${k}`, ...lawsOf(k) })) }
}

function lawsOf(k: number): Pick<Scenario, 'frequency' | 'severity'> {
  const low = 5_000 * 40 ** walk(k, 0.6180339887498949)
  return {
    frequency: { type: 'poisson', rate: 0.01 * 500 ** walk(k, 0.4142135623730951) },
    severity: { type: 'lognormal90', low, high: low * (10 + 90 * walk(k, 0.7320508075688772)) },
  }
}

/** The same with rates uncertain by a factor of three either way, and uncertain controls that act on ten scenarios each, two on every scenario. */
export function uncertainPortfolio(count: number): Portfolio {
  const controls = Array.from({ length: count / 5 }, (_, k): Control => {
    const mode = 0.3 + 0.4 * walk(k, 0.236)
    return {
      id: `C-${k}`,
      effect: 'frequency',
      effectiveness: { type: 'pert', min: mode - 0.2, mode, max: mode + 0.2 },
      assurance: 0.5 + 0.5 * walk(k, 0.414),
    }
  })
  const linkOf = (k: number) => `C-${k % controls.length}`
  const scenarios = Array.from({ length: count }, (_, k): Scenario => {
    const { frequency, severity } = lawsOf(k)
    const rate = frequency.type === 'poisson' ? frequency.rate : 1
    return {
      id: `R-${k}`,
      frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: rate / 3, high: rate * 3 } },
      severity,
      controls: [linkOf(k), linkOf(7 * Math.floor(k / controls.length) + k + 1)],
    }
  })
  return { controls, scenarios }
}
