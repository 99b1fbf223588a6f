import { type Refusal, refuse } from '../refusal.ts'
import { isDayAhead } from '../time/calendar.ts'

type Given = {
  readonly direction: 'higher' | 'lower'
  readonly target: number
  readonly warning: number | null
  readonly alarm: number | null
}

/** Why thresholds do not go together: target, warning and alarm follow each other in the direction that is worse. */
export function thresholdRefusals({ direction, target, warning, alarm }: Given): readonly Refusal[] {
  const order = [target, warning, alarm].filter((one) => one !== null)
  const sign = direction === 'higher' ? 1 : -1
  const isOrdered = order.every((one, at) => at === 0 || sign * (order[at - 1] ?? 0) >= sign * one)
  if (isOrdered) return []
  const words = direction === 'higher' ? 'falls below' : 'rises above'
  return refuse(
    'thresholds_order',
    `Target, warning and alarm come in this order: each is passed as the value ${words} it.`,
  )
}

export type GivenValue = {
  readonly measuredAt: string
  readonly correctsId: string | null
  readonly reason: string
  readonly metricId: string
}

/** Why a value cannot be recorded. `corrected` is the value that it names; null where it names none or one that is not there. */
export function valueRefusals(
  given: GivenValue,
  now: Date,
  corrected: { readonly metricId: string; readonly isCorrected: boolean } | null,
): readonly Refusal[] {
  if (isDayAhead(given.measuredAt, now.getTime()))
    return refuse('measured_later', 'A value is measured before it is recorded: the time lies ahead.')
  if (given.correctsId === null) return []
  if (corrected === null || corrected.metricId !== given.metricId)
    return refuse('corrects_another', 'A correction names a value of the same metric.')
  if (corrected.isCorrected)
    return refuse('corrected_already', 'That value was corrected already: correct the newer one.')
  if (given.reason === '') return refuse('no_reason', 'A correction says why: the old value stays beside it.')
  return []
}
