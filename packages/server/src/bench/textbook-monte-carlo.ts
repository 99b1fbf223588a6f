import type { Portfolio } from '@sinew/core/loss/model/portfolio.ts'
import { lognormalParameters } from '@sinew/core/loss/severity/severity-of.ts'

/**
 * The simulation that a textbook would write down, to be measured beside the engine: for each year and scenario a Poisson count by multiplying uniform
 * numbers (Knuth 1969), for each event a lognormal loss by Box and Muller's transform, then the sorted years' quantile. No controls.
 * @returns the value at risk at `p`
 */
export function textbookValueAtRisk({ scenarios }: Portfolio, years: number, p: number): number {
  const random = seeded(42)
  const laws = scenarios.flatMap(({ frequency, severity }) => {
    if (frequency.type !== 'poisson' || severity.type !== 'lognormal90') return []
    return [{ never: Math.exp(-frequency.rate), ...lognormalParameters(severity) }]
  })
  const losses = new Float64Array(years)
  for (let year = 0; year < years; year++) {
    let loss = 0
    for (const { never, mu, sigma } of laws) {
      for (let product = random(); product > never; product *= random()) {
        const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
        loss += Math.exp(mu + sigma * normal)
      }
    }
    losses[year] = loss
  }
  losses.sort()
  return losses[Math.ceil(p * years) - 1] ?? 0
}

/** Mulberry32 (T. Ettinger 2017): small, quick, good enough to be compared with. */
function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
