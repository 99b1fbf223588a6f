import { z } from 'zod'
import { controlSources, implementations, reasonKinds } from '../control/control-words.ts'
import { lineProofSchema, natures } from '../evidence/evidence-words.ts'
import { defineRoute } from '../route.ts'
import { changeSchema, refusalSchema } from './soa-words.ts'

export const soaVersionStatuses = ['proposed', 'approved', 'rejected', 'withdrawn', 'superseded'] as const

export const soaVersionSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  /** What people and the certificate call it: version 3 of the statement. */
  number: z.number().int(),
  status: z.enum(soaVersionStatuses),
  note: z.string(),
  scope: z.string(),
  methodologyVersion: z.number().int(),
  /** SHA-256 of the canonical JSON of the content, in hexadecimal. */
  hash: z.string(),
  lineCount: z.number().int(),
  excludedCount: z.number().int(),
  proposedByName: z.string(),
  proposedAt: z.iso.datetime(),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decisionNote: z.string(),
  /** Approved by the one who proposed it, because there was nobody else; said on every page and export. */
  approvedAlone: z.boolean(),
  /** The planned change behind it: `CH-4`. */
  change: z.string().nullable(),
  /** Why the one who asks may not do it now; empty when they may, whatever their role says. */
  refusals: z.object({
    approve: z.array(refusalSchema),
    reject: z.array(refusalSchema),
    withdraw: z.array(refusalSchema),
  }),
})
export type SoaVersion = z.infer<typeof soaVersionSchema>

const contentLine = z.object({
  controlId: z.uuid(),
  ref: z.string(),
  title: z.string(),
  source: z.enum(controlSources),
  applicable: z.boolean(),
  reasons: z.array(z.object({ kind: z.enum(reasonKinds), text: z.string(), ref: z.string().nullable() })).readonly(),
  justification: z.string(),
  implementation: z.enum(implementations),
  implementedShare: z.number(),
  description: z.string(),
  remarks: z.string(),
  ownerName: z.string().nullable(),
  plannedAt: z.iso.datetime().nullable(),
  proof: lineProofSchema,
  assurance: z.number(),
  needs: z
    .array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        cadenceDays: z.number(),
        weight: z.number(),
        nature: z.enum(natures),
      }),
    )
    .readonly(),
  evidence: z.array(z.object({ ref: z.string(), title: z.string(), collectedAt: z.iso.datetime() })).readonly(),
})

/** Exactly what a version pins and what its hash covers. */
export const soaContentSchema = z.object({
  format: z.literal('sinew-soa-1'),
  organizationId: z.uuid(),
  organization: z.string(),
  scope: z.string(),
  /** Null in what is not a version. */
  version: z.number().int().nullable(),
  /** The version approved before it, so that the versions form a chain. */
  previous: z.object({ version: z.number().int(), hash: z.string() }).nullable(),
  asOf: z.iso.datetime(),
  methodologyVersion: z.number().int(),
  lines: z.array(contentLine).readonly(),
})

const tag = { tag: 'Statement of Applicability' } as const
const versions = '/orgs/{organizationId}/soa/versions'
const one = { ...tag, params: { soaVersionId: z.uuid() } } as const
const note = z.string().trim().max(5_000)

export const listSoaVersions = defineRoute({
  ...tag,
  id: 'listSoaVersions',
  method: 'get',
  path: versions,
  summary: 'Every version of the statement, the newest first',
  access: 'soa:read',
  response: z.object({ items: z.array(soaVersionSchema) }),
})

export const getSoaVersion = defineRoute({
  ...one,
  id: 'getSoaVersion',
  method: 'get',
  path: `${versions}/{soaVersionId}`,
  summary: 'One version with the content it pins',
  access: 'soa:read',
  response: z.object({ ...soaVersionSchema.shape, content: soaContentSchema }),
})

export const verifySoaVersion = defineRoute({
  ...one,
  id: 'verifySoaVersion',
  method: 'get',
  path: `${versions}/{soaVersionId}/verify`,
  summary: 'Recompute the hash from the stored content and compare',
  access: 'soa:read',
  response: z.object({
    matches: z.boolean(),
    stored: z.string(),
    computed: z.string(),
    /** Whether the hash of the version before, as this content names it, is that version's. Null when it names none. */
    previousMatches: z.boolean().nullable(),
    sentence: z.string(),
  }),
})

export const proposeSoaVersion = defineRoute({
  ...tag,
  id: 'proposeSoaVersion',
  method: 'post',
  path: versions,
  summary: 'Pin the statement as it is now and ask for its approval',
  access: 'soa:write',
  status: 201,
  body: z.strictObject({ note: note.default('') }),
  response: soaVersionSchema,
})

const decision = { ...one, method: 'post', ifMatch: true, status: 200, response: soaVersionSchema } as const

export const withdrawSoaVersion = defineRoute({
  ...decision,
  id: 'withdrawSoaVersion',
  path: `${versions}/{soaVersionId}/withdraw`,
  summary: 'Take a proposal back',
  access: 'soa:write',
  body: z.strictObject({ note: note.default('') }),
})

export const approveSoaVersion = defineRoute({
  ...decision,
  id: 'approveSoaVersion',
  path: `${versions}/{soaVersionId}/approve`,
  summary: 'Put a proposed version in force; the one before it is superseded',
  access: 'soa:approve',
  body: z.strictObject({
    note: note.default(''),
    changeId: z.uuid().nullable().default(null).meta({
      description: 'The planned change behind this version; asked for once a version is in force.',
    }),
  }),
})

export const rejectSoaVersion = defineRoute({
  ...decision,
  id: 'rejectSoaVersion',
  path: `${versions}/{soaVersionId}/reject`,
  summary: 'Send a proposal back with the reason',
  access: 'soa:approve',
  body: z.strictObject({ note: note.min(1, 'Say what has to change.') }),
})

/** A version by its number, or the statement as it is. */
const side = z.union([z.literal('live'), z.coerce.number().int().min(1).max(1_000_000)])

export const diffSoa = defineRoute({
  ...tag,
  id: 'diffSoa',
  method: 'get',
  path: '/orgs/{organizationId}/soa/diff',
  summary: 'What differs between two versions, or between a version and the statement as it is, control by control',
  access: 'soa:read',
  query: { from: side, to: side.default('live') },
  response: z.object({
    from: soaVersionSchema.nullable(),
    to: soaVersionSchema.nullable(),
    /** What differs in what the statement says of itself. */
    head: z.array(
      z.object({
        field: z.enum(['organization', 'scope', 'methodologyVersion']),
        before: z.string(),
        after: z.string(),
        sentence: z.string(),
      }),
    ),
    changes: z.array(changeSchema),
    counts: z.object({ lines: z.number().int(), decisions: z.number().int(), statuses: z.number().int() }),
  }),
})
export type SoaDiff = z.infer<(typeof diffSoa)['response']>
