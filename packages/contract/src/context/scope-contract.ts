import { type ScopePart, scopeParts } from '@sinew/core/context/scope-content.ts'
import { z } from 'zod'
import { defineRoute } from '../route.ts'
import { scopeVersions } from './context-contract.ts'

const place = z.object({ ref: z.string(), name: z.string(), inScope: z.boolean(), reason: z.string() })
const boundary = z.object({
  kind: z.enum(['interface', 'dependency', 'exclusion']),
  title: z.string(),
  reason: z.string(),
})

export const scopeContentSchema = z.object({
  organization: z.string(),
  title: z.string(),
  statement: z.string(),
  note: z.string(),
  nextReviewAt: z.iso.datetime().nullable(),
  change: z.string().nullable(),
  sites: z.array(place),
  units: z.array(place),
  services: z.array(place),
  boundaries: z.array(boundary),
})

const partKeys = Object.keys(scopeParts) as [ScopePart, ...ScopePart[]]
const tag = 'Scope'
const one = { tag, params: { scopeVersionId: z.uuid() } } as const

export const startScopeVersion = defineRoute({
  id: 'startScopeVersion',
  method: 'post',
  path: '/orgs/{organizationId}/scope-versions/next',
  summary: 'Start the next version from the one in force, with its borders',
  tag,
  access: 'context:write',
  status: 201,
  body: z.strictObject({ title: z.string().trim().min(1, 'Give the version a name.').max(200) }),
  response: scopeVersions.get.response,
})

export const getScopeContent = defineRoute({
  ...one,
  id: 'getScopeContent',
  method: 'get',
  path: '/orgs/{organizationId}/scope-versions/{scopeVersionId}/content',
  summary: 'Everything a version says, its hash, and what differs from another version',
  access: 'context:read',
  query: {
    against: z.uuid().optional().meta({ description: 'Left out: the version that was in force before it.' }),
  },
  response: z.object({
    content: scopeContentSchema,
    hash: z.string(),
    /** Frozen with the approval; else it follows the registers. */
    isFrozen: z.boolean(),
    /** What it is compared with; null where there is none. */
    against: z.object({ id: z.uuid(), ref: z.string(), title: z.string() }).nullable(),
    differences: z.array(z.object({ part: z.enum(partKeys), name: z.string(), before: z.string(), after: z.string() })),
  }),
})

export const exportScope = defineRoute({
  ...one,
  id: 'exportScope',
  method: 'get',
  path: '/orgs/{organizationId}/scope-versions/{scopeVersionId}/paper',
  summary: 'A version as a paper (PDF), or the very text its hash was made of (JSON)',
  access: 'context:read',
  query: { format: z.enum(['pdf', 'json']).default('pdf') },
  download: ['application/pdf', 'application/json'],
})
