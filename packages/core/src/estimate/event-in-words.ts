import type { LossLaw } from '../loss/loss-law.ts'
import { formatMoneyShort } from '../money/format-money.ts'
import { eventQuantile, shareBelowMean } from './implied-loss.ts'

/** Why the price of one event is not what people have in mind: its mean beside its median, in one sentence. */
export function eventInWords(law: LossLaw, currency: string): string {
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const median = eventQuantile(law, 0.5)
  if (law.isFixed) return `Every event costs ${money(median)}.`
  const half = `Half of all events cost less than ${money(median)}`
  if (law.meanLoss <= median * 1.02)
    return `${half}, and the mean is ${money(law.meanLoss)}: dear events are cut off at the cap.`
  const below = Math.round(100 * shareBelowMean(law))
  return `${half}, but the mean is ${money(law.meanLoss)}, because a few cost very much: ${below} in 100 cost less than the mean.`
}
