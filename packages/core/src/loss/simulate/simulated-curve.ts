import type { LossCurve } from '../loss-curve.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { retained } from '../severity/retained-loss.ts'
import { simulateBlock } from './simulate-block.ts'
import { blockYears, simulationModel } from './simulation-model.ts'

export type SimulatedCurve = LossCurve & {
  readonly years: number
  /** Standard error of the mean, sd/√years. */
  readonly meanError: number
  /** An interval that holds the true quantile 19 times in 20, by order statistics. */
  readonly quantileBand: (p: number) => { readonly low: number; readonly high: number }
}

/** Simulates this many years, a block at a time. @param years at least 1 */
export function priceSimulated(portfolio: ResolvedPortfolio, seed: number, years: number): SimulatedCurve {
  const model = simulationModel(portfolio, seed)
  const losses = new Float64Array(years)
  for (let block = 0; block * blockYears < years; block++) {
    const start = block * blockYears
    losses.set(simulateBlock(model, block).subarray(0, Math.min(blockYears, years - start)), start)
  }
  return simulatedCurve(losses, portfolio)
}

/** The distribution that simulated years show, in whatever order the blocks were put together. Takes the array over. */
export function simulatedCurve(losses: Float64Array, { source }: ResolvedPortfolio): SimulatedCurve {
  const { aggregateInsurance: insurance } = source
  if (insurance !== undefined)
    for (let i = 0; i < losses.length; i++) losses[i] = retained(losses[i] ?? 0, insurance.deductible, insurance.limit)
  const sorted = losses.sort()
  const years = sorted.length
  // Sums from the largest down, for every tail.
  const above = new Float64Array(years + 1)
  for (let i = years - 1; i >= 0; i--) above[i] = (above[i + 1] ?? 0) + (sorted[i] ?? 0)
  const mean = (above[0] ?? 0) / years
  const variance = sorted.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / Math.max(1, years - 1)
  const at = (rank: number) => sorted[Math.min(years - 1, Math.max(0, Math.ceil(rank) - 1))] ?? 0
  const countUpTo = (x: number) => upperBound(sorted, x)
  return {
    years,
    mean,
    sd: Math.sqrt(variance),
    meanError: Math.sqrt(variance / years),
    pZero: countUpTo(0) / years,
    cdf: (x) => (x < 0 ? 0 : countUpTo(x) / years),
    quantile: (p) => at(p * years),
    quantileBand: (p) => {
      const half = 1.959963984540054 * Math.sqrt(years * p * (1 - p))
      return { low: at(p * years - half), high: at(p * years + half + 1) }
    },
    stopLoss: (x) => {
      const first = countUpTo(x)
      return Math.max(0, ((above[first] ?? 0) - (years - first) * x) / years)
    },
  }
}

function upperBound(sorted: Float64Array, x: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) > x) high = middle
    else low = middle + 1
  }
  return low
}
