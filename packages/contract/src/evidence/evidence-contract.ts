import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { fileSchema } from '../file/file-contract.ts'
import { instant } from '../instant.ts'
import { defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'
import { several } from '../several.ts'
import { evidenceResultSchema, evidenceStates, freshnessStates, natures, provenances } from './evidence-words.ts'

export const evidenceKinds = ['file', 'link', 'note'] as const
export const reviewResults = ['pending', 'accepted', 'rejected'] as const

/** A need that a piece serves, and whether the need is judged by this piece. */
const servedNeedSchema = z.object({
  needId: z.uuid(),
  title: z.string(),
  cadenceDays: z.number().int(),
  nature: z.enum(natures),
  controlId: z.uuid(),
  controlRef: z.string(),
  controlTitle: z.string(),
  controlOwnerId: z.uuid().nullable(),
  freshness: z.enum(freshnessStates),
  validUntil: z.iso.datetime().nullable(),
  isNewest: z.boolean(),
})

const mention = z.object({ id: z.uuid(), number: z.number().int(), title: z.string() })

const listed = {
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  title: z.string(),
  kind: z.enum(evidenceKinds),
  nature: z.enum(natures),
  provenance: z.enum(provenances),
  result: evidenceResultSchema,
  collectedAt: z.iso.datetime(),
  validUntil: z.iso.datetime().nullable(),
  state: z.enum(evidenceStates),
  reviewResult: z.enum(reviewResults),
  submittedByName: z.string(),
  collectorId: z.uuid().nullable(),
  collectorName: z.string().nullable(),
  fileName: z.string().nullable(),
  /** The worst over the needs it serves, whatever came after it; missing when it serves none. */
  freshness: z.enum(freshnessStates),
  /** When it stops counting fully for the first of them. */
  countsUntil: z.iso.datetime().nullable(),
  controls: z.array(z.object({ id: z.uuid(), ref: z.string() })),
  needIds: z.array(z.uuid()),
  createdAt: z.iso.datetime(),
}

export const evidenceListItemSchema = z.object(listed)
export type EvidenceListItem = z.infer<typeof evidenceListItemSchema>

const {
  freshness: _freshness,
  countsUntil: _countsUntil,
  controls: _controls,
  needIds: _needIds,
  fileName: _fileName,
  ...own
} = listed

export const evidenceSchema = z.object({
  ...own,
  file: fileSchema.nullable(),
  url: z.string().nullable(),
  note: z.string(),
  periodFrom: z.iso.datetime().nullable(),
  periodTo: z.iso.datetime().nullable(),
  stateReason: z.string(),
  submittedBy: z.string(),
  reviewedByName: z.string().nullable(),
  reviewedAt: z.iso.datetime().nullable(),
  reviewNote: z.string(),
  supersedes: mention.nullable(),
  supersededBy: mention.nullable(),
  ingestRunId: z.uuid().nullable(),
  needs: z.array(servedNeedSchema),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const evidenceSorts = ['collectedAt', 'number', 'title', 'countsUntil', 'createdAt'] as const

const filters = {
  controlId: z.uuid().optional(),
  needId: z.uuid().optional(),
  collectorId: z.uuid().optional(),
  ingestRunId: z.uuid().optional(),
  freshness: several(freshnessStates),
  provenance: several(provenances),
  result: several(['pass', 'fail', 'k_of_n']),
  state: several(evidenceStates),
  review: several(reviewResults),
  /** Waiting for somebody's review: submitted by a person, still active. */
  inbox: queryFlag.optional(),
  collectedFrom: instant.optional(),
  collectedTo: instant.optional(),
}

const evidence = '/orgs/{organizationId}/evidence'
const one = { tag: 'Evidence', params: { evidenceId: z.uuid() } } as const

export const listEvidence = defineRoute({
  id: 'listEvidence',
  method: 'get',
  path: evidence,
  summary: 'Every dated piece of evidence',
  tag: 'Evidence',
  access: 'evidence:read',
  query: { ...listQuery(evidenceSorts, '-collectedAt'), ...filters, number: queryNumber.optional() },
  response: listOf(evidenceListItemSchema),
})

export const exportEvidence = defineRoute({
  id: 'exportEvidence',
  method: 'get',
  path: `${evidence}/export`,
  summary: 'The evidence register as a file, filtered and sorted as asked',
  tag: 'Evidence',
  access: 'evidence:read',
  query: {
    sort: listQuery(evidenceSorts, '-collectedAt').sort,
    q: listQuery(evidenceSorts, '-collectedAt').q,
    ...filters,
    format: exportFormat,
  },
  download: exportMediaTypes,
})

export const expiringNeedSchema = z.object({
  needId: z.uuid(),
  title: z.string(),
  cadenceDays: z.number().int(),
  controlId: z.uuid(),
  controlRef: z.string(),
  controlTitle: z.string(),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  collectorId: z.uuid().nullable(),
  evidence: mention,
  validUntil: z.iso.datetime(),
  freshness: z.enum(freshnessStates),
  /** Expected yearly loss that a fresh pass would take off the proven loss; null where it serves no priced risk. */
  worthMinor: z.number().int().nullable(),
})
export type ExpiringNeed = z.infer<typeof expiringNeedSchema>

export const listExpiring = defineRoute({
  id: 'listExpiring',
  method: 'get',
  path: `${evidence}/expiring`,
  summary: 'Needs of applicable controls whose proof ran out or runs out soon, the first to go first',
  tag: 'Evidence',
  access: 'evidence:read',
  query: {
    ...listQuery(['validUntil', 'control', 'title', 'owner', 'worth'], 'validUntil'),
    days: z.coerce.number().int().min(0).max(730).default(90),
    freshness: several(freshnessStates),
    ownerId: z.uuid().optional(),
    /** Whether a collector has to answer it. */
    collected: queryFlag.optional(),
  },
  response: listOf(expiringNeedSchema),
})

export const getEvidence = defineRoute({
  ...one,
  id: 'getEvidence',
  method: 'get',
  path: `${evidence}/{evidenceId}`,
  summary: 'One piece of evidence, the needs it serves and what became of it',
  access: 'evidence:read',
  response: evidenceSchema,
})

export const createEvidence = defineRoute({
  id: 'createEvidence',
  method: 'post',
  path: evidence,
  summary: 'Add a dated piece of evidence: a file, a link or a note',
  description:
    'What it proves never changes afterwards; a newer piece supersedes it. Observed evidence comes from a collector’s report only. Attested takes a person who does not own the control.',
  tag: 'Evidence',
  access: 'evidence:write',
  status: 201,
  body: z.strictObject({
    title: z.string().trim().min(1, 'Say what it is.').max(300),
    kind: z.enum(evidenceKinds),
    fileId: z.uuid().nullable().default(null),
    url: z
      .url({ protocol: /^https?$/, error: 'Give an address that starts with http:// or https://.' })
      .max(2_000)
      .nullable()
      .default(null),
    note: z.string().trim().max(20_000).default(''),
    nature: z.enum(natures),
    provenance: z.enum(['declared', 'attested', 'generated']).default('declared'),
    result: evidenceResultSchema.default({ kind: 'pass' }),
    periodFrom: instant.nullable().default(null),
    periodTo: instant.nullable().default(null),
    collectedAt: instant.optional().meta({ description: 'Now, when left out.' }),
    validUntil: instant.nullable().default(null),
    needIds: z.array(z.uuid()).max(50, 'At most 50 needs.').default([]),
    supersedesId: z.uuid().nullable().default(null),
  }),
  response: evidenceSchema,
})

export const linkEvidence = defineRoute({
  ...one,
  id: 'linkEvidence',
  method: 'post',
  path: `${evidence}/{evidenceId}/needs`,
  summary: 'Have a piece serve one more need',
  description:
    'There is no way back: taking the newest piece away from a need would uncover an older one. Withdraw the piece instead.',
  access: 'evidence:write',
  body: z.strictObject({ needId: z.uuid() }),
  response: evidenceSchema,
})

export const withdrawEvidence = defineRoute({
  ...one,
  id: 'withdrawEvidence',
  method: 'post',
  path: `${evidence}/{evidenceId}/withdraw`,
  summary: 'Withdraw a piece, with a reason; it leaves a hole where it was',
  access: 'evidence:write',
  ifMatch: true,
  body: z.strictObject({ reason: z.string().trim().max(2_000) }),
  response: evidenceSchema,
})

export const reviewEvidence = defineRoute({
  ...one,
  id: 'reviewEvidence',
  method: 'post',
  path: `${evidence}/{evidenceId}/review`,
  summary: 'Accept or reject a piece somebody else submitted',
  access: 'evidence:review',
  ifMatch: true,
  body: z.strictObject({
    result: z.enum(['accepted', 'rejected']),
    note: z.string().trim().max(2_000).default(''),
  }),
  response: evidenceSchema,
})
