import type { LossShape, SecondaryLoss } from '../chain/chain-snapshot.ts'
import type { EstimateInput } from '../loss/loss-law.ts'
import type { EstimateIssue } from './estimate-rules.ts'

/** More amounts than this are a data set, whose law belongs into a range. */
export const mostAmounts = 500
export const mostSecondaryLosses = 3

type Shapes = Pick<EstimateInput, 'frequencyShape' | 'lossShape' | 'secondaryLosses'>

/** Why a law that is not the usual one, or a further loss, cannot be kept. */
export function shapeRefusals({ frequencyShape, lossShape, secondaryLosses = [] }: Shapes): readonly EstimateIssue[] {
  const issues: EstimateIssue[] = []
  if (frequencyShape !== undefined && !(frequencyShape.probability > 0 && frequencyShape.probability <= 1)) {
    const message = 'The probability of an event in a year must be above 0 and at most 1.'
    issues.push({ field: 'frequencyShape', code: 'probability-out-of-range', message })
  }
  if (lossShape !== undefined) issues.push(...lossShapeRefusals(lossShape))
  if (secondaryLosses.length > mostSecondaryLosses) {
    const message = `An estimate takes ${mostSecondaryLosses} further losses at most: join the small ones.`
    issues.push({ field: 'secondaryLosses', code: 'too-many-further-losses', message })
  }
  return [...issues, ...secondaryLosses.flatMap(secondaryRefusals)]
}

function lossShapeRefusals(shape: LossShape): readonly EstimateIssue[] {
  const field = 'lossShape'
  if (shape.kind === 'pert') {
    const { minMinor, modeMinor, maxMinor } = shape
    if (minMinor >= 0 && minMinor < maxMinor && modeMinor >= minMinor && modeMinor <= maxMinor) return []
    const message = 'The least, the most likely and the most an event costs must rise, and the most be above the least.'
    return [{ field, code: 'pert-upside-down', message }]
  }
  const { amountsMinor } = shape
  if (amountsMinor.length === 0 || amountsMinor.length > mostAmounts) {
    const message = `Give 1 to ${mostAmounts} amounts, one for each event.`
    return [{ field, code: 'amounts-count', message }]
  }
  const wrong = amountsMinor.findIndex((amount) => !(amount > 0) || !Number.isFinite(amount))
  if (wrong === -1) return []
  const message = `Amount ${wrong + 1} is not above zero: what costs nothing is no loss.`
  return [{ field, code: 'amount-not-positive', message }]
}

function secondaryRefusals({ name, probability, lossMinor, mostMinor }: SecondaryLoss): readonly EstimateIssue[] {
  const field = 'secondaryLosses'
  const called = name.trim() === '' ? 'A further loss' : name
  if (name.trim() === '') return [{ field, code: 'further-loss-unnamed', message: 'Name every further loss.' }]
  if (!(probability > 0 && probability <= 1)) {
    const message = `${called}: its probability must be above 0 and at most 1.`
    return [{ field, code: 'further-loss-probability', message }]
  }
  if (!(lossMinor.low > 0) || !(lossMinor.high >= lossMinor.low) || !Number.isFinite(lossMinor.high)) {
    const message = `${called}: both ends must be above zero, the lower one first.`
    return [{ field, code: 'further-loss-upside-down', message }]
  }
  if (mostMinor === null || mostMinor >= lossMinor.low) return []
  const message = `${called}: the most it can be is below the low end of its range.`
  return [{ field, code: 'further-loss-most-below-low', message }]
}
