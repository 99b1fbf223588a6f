import type { ExactSettings } from '../loss/exact/price-exact.ts'

/**
 * Quantiles of the figures that are written down, right to about 1e-4 and within a thousandth: 2,048 points, and up to 250 risks a finer range
 * below. The sum of more risks is smoother and narrower, and needs fewer.
 */
export function recordedSettings(risks: number): ExactSettings {
  return risks <= 250 ? few : many
}

const few: ExactSettings = { size: 2_048, ranges: 2, rateStep: 0.35, ratePoints: 8, effectPoints: 3 }
const many: ExactSettings = { size: 2_048, ranges: 1, rateStep: 0.5, ratePoints: 6, effectPoints: 2 }
