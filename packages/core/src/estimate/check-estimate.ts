import { type EstimateInput, lossLawOf } from '../loss/loss-law.ts'
import { checkCap, checkMean, checkPublishedRate, checkReturnLevel, checkRevenue } from './check-tail.ts'
import { checkFrequency, checkWidths } from './check-widths.ts'
import type { CheckRule, CheckSetting, EstimateCheck } from './estimate-check.ts'

const rules: readonly CheckRule[] = [
  checkReturnLevel,
  checkMean,
  checkRevenue,
  checkPublishedRate,
  checkCap,
  checkWidths,
  checkFrequency,
]

/**
 * What in an estimate is worth a second look, the most doubtful first: each with its numbers and what to do. Nothing while the
 * estimate is incomplete or cannot be kept (`estimateRefusals` says why).
 */
export function checkEstimate(estimate: EstimateInput, setting: CheckSetting): readonly EstimateCheck[] {
  const law = lossLawOf(estimate)
  const { frequency, lossMinor } = estimate
  if (law === null || frequency === null || lossMinor === null) return []
  const checks = rules.flatMap((rule) => rule({ ...estimate, frequency, lossMinor }, law, setting))
  return [
    ...checks.filter(({ severity }) => severity === 'doubtful'),
    ...checks.filter(({ severity }) => severity === 'look'),
  ]
}
