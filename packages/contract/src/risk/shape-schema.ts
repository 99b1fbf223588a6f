import { z } from 'zod'

const amountMinor = z.number().int('Whole minor units.').min(0, 'Not below zero.').max(Number.MAX_SAFE_INTEGER)
const probability = z.number().min(0, 'Between 0 and 1.').max(1, 'Between 0 and 1.')

/** At most one event a year, with this probability. */
export const frequencyShapeSchema = z.strictObject({ kind: z.literal('at_most_once'), probability })

/** The loss of an event by its least, most likely and most amount (PERT), or by amounts that are each as likely. */
export const lossShapeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amounts'), amountsMinor: z.array(amountMinor) }),
  z.strictObject({ kind: z.literal('pert'), minMinor: amountMinor, modeMinor: amountMinor, maxMinor: amountMinor }),
])

/** A further loss that an event brings with a probability: 90 % interval, and the most it can be. */
export const secondaryLossSchema = z.strictObject({
  name: z.string().trim().max(100),
  probability,
  lossMinor: z.strictObject({ low: amountMinor, high: amountMinor }),
  mostMinor: amountMinor.nullable(),
})
