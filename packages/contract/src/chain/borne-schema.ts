import { z } from 'zod'
import { tailSchema } from './tail-schema.ts'

/** Policies in force, as far as people name them. */
const policyNames = z.array(z.object({ id: z.string(), number: z.number().int(), name: z.string() }))

/** The year after insurance in one state: expected loss and tail, minor units. */
export const borneFields = {
  policies: policyNames,
  lossMinor: z.object({ claimed: z.number().int(), proven: z.number().int() }),
  tail: z.object({ claimed: tailSchema, proven: tailSchema }),
}
