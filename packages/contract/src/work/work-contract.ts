import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { workKinds } from '@sinew/core/work/work-kinds.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { instant } from '../instant.ts'
import { defineRoute, listOf, listQuery, queryFlag } from '../route.ts'
import { workSorts } from './work-words.ts'

export const workItemSchema = z.object({
  /** Tells it from all others on the list: one object can have several things due. */
  key: z.string(),
  /** What kind of work: one of its own, or the table of a register. */
  kind: z.string(),
  entity: z.string(),
  entityId: z.uuid(),
  /** What people call the object whose page it is done on: R-12, A.8.13. */
  ref: z.string(),
  title: z.string(),
  /** One verb: Review, Attach evidence. */
  what: z.string(),
  /** Null where nobody has said when. */
  dueAt: z.iso.datetime().nullable(),
  when: z.enum(['overdue', 'today', 'soon', 'later', 'undated']),
  /** Whose it is; null where it names nobody. */
  person: z.object({ id: z.uuid(), ref: z.string(), name: z.string() }).nullable(),
  /** Who does it where it names nobody. */
  role: z.enum(['owner', 'manager']),
  /** What doing it takes off the proven yearly loss, in minor units; null where that is not known. */
  worthMinor: z.number().nullable(),
  /** More of what there is to know: whose comment, why an acceptance is open again. */
  note: z.string(),
})
export type WorkItem = z.infer<typeof workItemSchema>

const registerKinds = registerHeads.map(({ table }) => table)
export const anyWorkKinds = [...workKinds, ...registerKinds] as const

const filters = {
  /**
   * `mine`: one's own, and what names nobody where one's role has to see to it; `team`: of those who report to one, over all
   * levels; `unit`: of everybody in one's unit.
   */
  whose: z.enum(['mine', 'team', 'unit', 'all']).default('all'),
  personId: z.uuid().optional(),
  kind: z.union([z.enum(anyWorkKinds).transform((one) => [one]), z.array(z.enum(anyWorkKinds))]).optional(),
  overdue: queryFlag.optional(),
  /** What names nobody, or has no day. */
  loose: queryFlag.optional(),
  from: instant.optional(),
  to: instant.optional(),
  /** Also what need not be on anybody's mind yet; so it is whenever days are given. */
  later: queryFlag.optional(),
}

export const listWork = defineRoute({
  id: 'listWork',
  method: 'get',
  path: '/orgs/{organizationId}/work',
  summary: 'Everything that is due, of everything there is, and for whom',
  description: 'Nothing here is stored: each line follows from the object it is about and is gone when that is done.',
  tag: 'Work',
  access: 'work:read',
  query: { ...listQuery(workSorts, 'dueAt'), ...filters },
  response: listOf(workItemSchema),
})

export const exportWork = defineRoute({
  id: 'exportWork',
  method: 'get',
  path: '/orgs/{organizationId}/work/export',
  summary: 'The same list as a file',
  tag: 'Work',
  access: 'work:read',
  query: {
    format: exportFormat,
    sort: listQuery(workSorts, 'dueAt').sort,
    q: z.string().trim().max(200).optional(),
    ...filters,
  },
  download: exportMediaTypes,
})

export const getMyWork = defineRoute({
  id: 'getMyWork',
  method: 'get',
  path: '/orgs/{organizationId}/work/mine',
  summary: 'How much of one’s own work is due, who one is among the people, and what kinds of work there are',
  tag: 'Work',
  access: 'work:read',
  response: z.object({
    /** The kinds of work that anybody has, soon or later. */
    kinds: z.array(z.string()),
    /** Null when nobody has said which person this member is. */
    person: z.object({ id: z.uuid(), ref: z.string(), name: z.string() }).nullable(),
    /** How much is due of those who report to one; null where nobody does. */
    team: z.object({ people: z.number().int(), overdue: z.number().int(), due: z.number().int() }).nullable(),
    /** Whether one belongs to a unit, whose work can be asked for. */
    hasUnit: z.boolean(),
    counts: z.object({
      overdue: z.number().int(),
      today: z.number().int(),
      soon: z.number().int(),
      later: z.number().int(),
      undated: z.number().int(),
    }),
  }),
})
