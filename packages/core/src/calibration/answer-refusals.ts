import type { Interval } from '../chain/chain-snapshot.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { CalibrationQuestion } from './calibration-questions.ts'

/** Why a range cannot be taken as the answer to a question. */
export function answerRefusals(
  { low, high }: Interval,
  { scale }: Pick<CalibrationQuestion, 'scale'>,
): readonly Refusal[] {
  if (!Number.isFinite(low) || !Number.isFinite(high))
    return refuse('answer-not-a-number', 'Both ends must be numbers.')
  if (low > high) return refuse('answer-upside-down', 'The low end is above the high end.')
  if (scale === 'log' && low <= 0)
    return refuse('answer-not-positive', 'The low end must be above zero: the answer is.')
  return []
}
