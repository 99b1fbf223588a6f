import { type Explanation, sourceEntities } from '@sinew/core/explanation/explanation.ts'
import { z } from 'zod'

const source = z.object({
  entity: z.enum(sourceEntities),
  id: z.string(),
  ref: z.string(),
  label: z.string(),
})

const units = [
  'share',
  'ratio',
  'minor',
  'per_year',
  'probability',
  'days',
  'weight',
  'count',
  'state',
  'date',
] as const

/** Core's tree of terms on the wire: why a derived number is what it is. `asOf` in milliseconds since 1970 UTC. */
export const explanationSchema: z.ZodType<Explanation> = z
  .object({
    label: z.string(),
    value: z.union([z.number(), z.string()]).nullable(),
    unit: z.enum(units),
    formula: z.string().exactOptional(),
    source: source.exactOptional(),
    asOf: z.number(),
    get terms() {
      return z.array(explanationSchema)
    },
  })
  .meta({ id: 'Explanation' })
