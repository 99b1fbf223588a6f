import { z } from 'zod'
import { defineRoute } from '../route.ts'

const meanAndTail = z.object({
  meanMinor: z.number().int(),
  /** In what one year in 20 exceeds; null where there are too many risks to price while somebody waits. */
  tailMinor: z.number().int().nullable(),
})

const range = z.object({ low: z.number(), median: z.number(), high: z.number() })

export const controlWorthSchema = z.object({
  /** May we stop it? What a year would cost more without it, as claimed and as far as proven. */
  without: z.object({ claimed: meanAndTail, proven: meanAndTail }),
  /** What would proving it bring? What goes when as much is proven as is claimed. */
  next: meanAndTail,
  /** Who earned it? Its share of what all controls are proven to take off the expected year; the shares add up. */
  share: z.object({ meanMinor: z.number().int(), ofMinor: z.number().int() }),
  annualCostMinor: z.number().int().nullable(),
  /** 5 %, 50 % and 95 % of what is thought possible, from what is not known about rates and effects. */
  spread: z.object({
    gainMinor: range,
    /** (gain − cost) / cost; null while the cost is unknown or nothing. */
    rosi: range.nullable(),
    chanceItPays: z.number().nullable(),
  }),
})
export type ControlWorth = z.infer<typeof controlWorthSchema>

export const getControlWorth = defineRoute({
  id: 'getControlWorth',
  method: 'get',
  path: '/orgs/{organizationId}/controls/{controlId}/worth',
  params: { controlId: z.uuid() },
  summary: 'What a control is worth a year: without it, proven further, and its share of what all earn',
  tag: 'Controls',
  access: 'control:read',
  response: controlWorthSchema,
})
