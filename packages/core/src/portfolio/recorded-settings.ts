import type { ExactSettings } from '../loss/exact/price-exact.ts'

/**
 * Quantiles of the figures that are written down, right to about 1e-4: up to 250 risks on 4,096 points and a finer lattice below. The sum of more
 * risks is smoother and narrower, and needs fewer.
 */
export function recordedSettings(risks: number): ExactSettings {
  return risks <= 250 ? few : many
}

const few: ExactSettings = { size: 4_096, ranges: 2, rateStep: 0.35, ratePoints: 8, effectPoints: 3 }
const many: ExactSettings = { size: 2_048, ranges: 1, rateStep: 0.5, ratePoints: 6, effectPoints: 2 }
