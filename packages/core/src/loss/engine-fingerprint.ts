import { hashNumbers } from './elementary/hash.ts'
import { dragged, priceExact } from './exact/price-exact.ts'
import { type LossCurve, tailValueAtRisk } from './loss-curve.ts'
import type { Portfolio } from './model/portfolio.ts'
import { resolvePortfolio } from './model/resolve-portfolio.ts'
import { simulateBlock } from './simulate/simulate-block.ts'
import { simulatedCurve } from './simulate/simulated-curve.ts'
import { simulationModel } from './simulate/simulation-model.ts'

const sample: Portfolio = {
  controls: [
    { id: 'A', effect: 'frequency', effectiveness: { type: 'pert', min: 0.2, mode: 0.7, max: 0.95 }, assurance: 0.9 },
    { id: 'B', effect: 'severity', effectiveness: { type: 'constant', value: 0.4 }, assurance: 0.7 },
  ],
  scenarios: [
    {
      id: 'lognormal',
      frequency: { type: 'poisson', rate: 1.5 },
      severity: { type: 'lognormal90', low: 50_000, high: 1_000_000 },
      controls: ['A', 'B'],
    },
    {
      id: 'gamma',
      frequency: { type: 'negbin', mean: 2, r: 0.8 },
      severity: { type: 'gamma', shape: 1.5, scale: 30_000 },
      controls: ['A'],
    },
    {
      id: 'pert',
      frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: 0.05, high: 1 } },
      severity: { type: 'pert', min: 100_000, mode: 300_000, max: 2_000_000 },
      eventCap: 1_500_000,
    },
  ],
}

/**
 * A hash over the bits of exact and simulated prices of a portfolio that uses every part of the engine: equal on two machines means that they give
 * the same bits.
 */
export function engineFingerprint(): string {
  const portfolio = resolvePortfolio(sample)
  const losses = simulateBlock(simulationModel(portfolio, 42), 3)
  return hashNumbers([
    ...figures(priceExact(portfolio, dragged)),
    ...losses,
    ...figures(simulatedCurve(losses, portfolio)),
  ])
}

function figures(curve: LossCurve): readonly number[] {
  const levels = [0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999]
  return [curve.mean, curve.sd, curve.pZero, ...levels.flatMap((p) => [curve.quantile(p), tailValueAtRisk(curve, p)])]
}
