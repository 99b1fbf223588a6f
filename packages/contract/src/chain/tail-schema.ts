import { z } from 'zod'

/** A distribution of a year's loss in a few figures, minor units. */
export const tailSchema = z.object({
  sdMinor: z.number().int(),
  /** Probability of a year without any loss. */
  noneProbability: z.number(),
  /** What one year in 2, 10, 20, 100 exceeds. */
  exceededMinor: z.object({ 2: z.number().int(), 10: z.number().int(), 20: z.number().int(), 100: z.number().int() }),
})
