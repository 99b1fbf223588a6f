import { type RegisterTable, registerHeads } from '@sinew/core/register/register-heads.ts'
import { z } from 'zod'
import { defineRoute } from '../route.ts'

const nouns = [
  'risk',
  'control',
  'evidence',
  'asset',
  'obligation',
  'occurrence',
  'person',
  'action',
  'collector',
] as const

/** Registers are found under the names of their tables. */
export type SearchKind = (typeof nouns)[number] | RegisterTable
export const searchKinds = [...nouns, ...registerHeads.map(({ table }) => table)] as readonly SearchKind[] as readonly [
  SearchKind,
  ...SearchKind[],
]

export const searchHitSchema = z.object({
  kind: z.enum(searchKinds),
  id: z.uuid(),
  /** What people call it: R-12, A.8.13. */
  ref: z.string(),
  title: z.string(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

export const search = defineRoute({
  id: 'search',
  method: 'get',
  path: '/orgs/{organizationId}/search',
  summary: 'Finds objects by what people call them (R-12, A.8.13) and by words of their title, best first',
  description: 'Each kind of object is searched only with the right to read it.',
  tag: 'Search',
  access: 'organization:read',
  query: {
    q: z.string().trim().min(1, 'Type something to search for.').max(200),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  },
  response: z.object({ items: z.array(searchHitSchema) }),
})
