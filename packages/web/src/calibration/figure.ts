import type { CalibrationAnswer } from '@sinew/contract/calibration/calibration-contract.ts'

/** An answer as people read it: years without separators, everything else with them. */
export function figure(value: number, scale: CalibrationAnswer['scale']): string {
  return scale === 'linear' ? String(value) : value.toLocaleString('en', { maximumSignificantDigits: 9 })
}
