import { z } from 'zod'

/** A list filter that takes one value or several (`?proof=stale&proof=failing`); always a list once parsed. */
export function several<const T extends readonly [string, ...string[]]>(values: T) {
  return z.union([z.enum(values).transform((value) => [value]), z.array(z.enum(values)).max(20)]).optional()
}

/** The same for words that a vocabulary elsewhere decides. */
export const severalWords = z
  .union([
    z
      .string()
      .max(60)
      .transform((value) => [value]),
    z.array(z.string().max(60)).max(20),
  ])
  .optional()
