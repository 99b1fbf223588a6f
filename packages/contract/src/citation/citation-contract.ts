import { entityNames } from '@sinew/core/ledger/ledgered-entities.ts'
import { z } from 'zod'
import { linkedEntities } from '../link/link-contract.ts'
import { defineRoute } from '../route.ts'

export const citationSchema = z.object({
  entity: z.enum(entityNames as readonly [string, ...string[]]),
  id: z.uuid(),
  /** `F-2`. */
  ref: z.string(),
  name: z.string(),
  /** What the object is to the record, as its form says it: `Requirements`. */
  as: z.array(z.string()),
  /** The state of the record in words; null where it has none. */
  state: z.string().nullable(),
  /** What the record is a part of; null where it has a page of its own. */
  whole: z.object({ id: z.uuid(), ref: z.string(), name: z.string() }).nullable(),
  changedAt: z.iso.datetime(),
})
export type Citation = z.infer<typeof citationSchema>

export const citationGroupSchema = z.object({
  /** What the records are called: `Findings`. */
  title: z.string(),
  entity: z.enum(entityNames as readonly [string, ...string[]]),
  /** All there are, shown or not. */
  total: z.number().int(),
  items: z.array(citationSchema),
})
export type CitationGroup = z.infer<typeof citationGroupSchema>

export const listCitations = defineRoute({
  id: 'listCitations',
  method: 'get',
  path: '/orgs/{organizationId}/citations/{entity}/{entityId}',
  summary: 'Records that name an object',
  description:
    'Which records of registers refer to an object, and, of a control, list it among their requirements: documents that serve it, questions and findings of audits, nonconformities, promises, duties. Each register is shown to whoever may read it, the newest change first.',
  tag: 'Links',
  access: 'organization:read',
  params: { entity: z.enum(linkedEntities), entityId: z.uuid() },
  query: {
    /** Records of each register. */
    limit: z.coerce.number().int().min(1).max(200).default(5),
  },
  response: z.object({ groups: z.array(citationGroupSchema) }),
})
