import { z } from 'zod'
import { defineRoute } from '../route.ts'

export const ledgerBreaks = [
  'entry_changed',
  'entry_missing',
  'slipped_in',
  'link_changed',
  'link_broken',
  'link_missing',
  'row_changed',
  'row_missing',
  'row_unrecorded',
] as const

const ledgerBreakSchema = z.object({
  /** The link that no longer fits; null for an entry in none. */
  position: z.number().int().nullable(),
  /** The entry's number, where one can be named. */
  entry: z.number().int().nullable(),
  what: z.enum(ledgerBreaks),
  /** The row that is not what its newest entry says; null for what is wrong with the chain itself. */
  row: z.object({ table: z.string(), id: z.uuid(), name: z.string().nullable() }).nullable(),
})
export type LedgerBreak = z.infer<typeof ledgerBreakSchema>

export const ledgerVerificationSchema = z.object({
  /** Every entry is as it was sealed, no link is missing, every row is what its newest entry says, and the noted hash, if one was given, is in the chain. */
  holds: z.boolean(),
  links: z.number().int(),
  /** Entries that are sealed. */
  entries: z.number().int(),
  /** Entries since the last link, which the next one seals. */
  waiting: z.number().int(),
  /** Rows that were held against their newest entries. */
  rows: z.number().int(),
  last: z.object({ position: z.number().int(), hash: z.string(), at: z.iso.datetime() }).nullable(),
  /** The link with the noted hash; null where it is in none, or none was given. */
  expectedAt: z.number().int().nullable(),
  breakCount: z.number().int(),
  /** The first of them. */
  breaks: z.array(ledgerBreakSchema),
})
export type LedgerVerification = z.infer<typeof ledgerVerificationSchema>

export const verifyLedger = defineRoute({
  id: 'verifyLedger',
  method: 'get',
  path: '/orgs/{organizationId}/ledger/verification',
  summary: 'Works the chain of the ledger out again and says whether it still holds',
  description:
    'Every entry is sealed by its SHA-256 into a chain of links. Whoever notes the hash of the last link outside of Sinew can prove later that nothing before it was changed, taken out or slipped in. What is in the tables now is held against the newest entry of each row as well.',
  tag: 'Ledger',
  access: 'ledger:read',
  timeTravel: false,
  query: {
    expected: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{64}$/, 'A hash is 64 hexadecimal digits.')
      .optional()
      .meta({ description: 'The hash of a link that was noted: it must still be in the chain.' }),
  },
  response: ledgerVerificationSchema,
})
