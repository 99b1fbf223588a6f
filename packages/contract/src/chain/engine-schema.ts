import { z } from 'zod'

const count = z.number().int()

/** The loss engine and how finely it priced: with both and the same chain the same bits come out again. */
export const engineSchema = z.object({
  version: z.string(),
  settings: z.object({ size: count, ranges: count, rateStep: z.number(), ratePoints: count, effectPoints: count }),
})
