import { z } from 'zod'

/** An instant somebody gives: ISO 8601 with an offset, in years (UTC) that a slip of the finger (`0206`) does not reach. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((given) => !isOutside(Date.parse(given)), 'The year has to lie between 1900 and 2199.')

/** Held in UTC, since that is how an instant is stored and given back: an offset may lead into the year before or after. */
function isOutside(instantMs: number): boolean {
  return instantMs < Date.UTC(1900, 0) || instantMs >= Date.UTC(2200, 0)
}
