import type { Control, Portfolio, Scenario } from '@sinew/core/loss/model/portfolio.ts'

export const interval = (low: number, high: number) => ({ type: 'lognormal90', low, high }) as const
const often = (low: number, high: number) => ({ type: 'mixedPoisson', rate: interval(low, high) }) as const
const control = (id: string, effect: Control['effect'], mode: number, assurance: number): Control => {
  return { id, effect, effectiveness: { type: 'pert', min: mode - 0.2, mode, max: mode + 0.2 }, assurance, claimed: 1 }
}
const scenario = (
  id: string,
  rate: readonly [number, number],
  loss: readonly [number, number],
  controls: readonly Control[],
): Scenario => {
  return { id, frequency: often(...rate), severity: interval(...loss), controls }
}

/** A company of the size of the example one; amounts in euro. */
export const company: Portfolio = {
  maxReduction: 0.95,
  scenarios: [
    scenario(
      'Ransomware',
      [0.1, 0.9],
      [120_000, 2_500_000],
      [control('restore tests', 'severity', 0.55, 0.45), control('endpoint protection', 'frequency', 0.6, 0.9)],
    ),
    scenario('Account takeover', [0.8, 5], [6_000, 160_000], [control('multi-factor login', 'frequency', 0.7, 0.85)]),
    scenario('Cloud outage', [0.5, 3], [10_000, 220_000], [control('second region', 'severity', 0.5, 0.3)]),
    scenario(
      'Data leak by a supplier',
      [0.05, 0.4],
      [80_000, 1_500_000],
      [control('supplier reviews', 'frequency', 0.4, 0.2)],
    ),
    scenario('Lost laptop', [1, 6], [1_000, 20_000], [control('disk encryption', 'severity', 0.7, 1)]),
    scenario('Payment fraud', [0.1, 0.8], [20_000, 400_000], [control('four-eyes payments', 'frequency', 0.7, 0.6)]),
  ],
}
/** A year may cost more than the amount with at most the probability. */
export const appetite = [
  [250_000, 0.5],
  [1_000_000, 0.1],
  [3_000_000, 0.01],
] as const
