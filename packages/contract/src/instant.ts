import { z } from 'zod'

/** An instant somebody gives: ISO 8601 with an offset, in years that a slip of the finger (`0206`) does not reach. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(
    (given) => Number.isNaN(Date.parse(given)) || /^(?:19|20|21)/.test(given),
    'The year has to lie between 1900 and 2199.',
  )
