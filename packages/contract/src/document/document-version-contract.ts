import { versionStatuses } from '@sinew/core/document/version-rules.ts'
import { z } from 'zod'
import { docxMediaType } from '../export/paper-format.ts'
import { instant } from '../instant.ts'
import { decisionReason, defineRoute } from '../route.ts'

const content = z.string().max(400_000, 'A document has 400,000 characters at most. Split it.')
const note = z.string().trim().max(2_000)

const summaryFields = {
  id: z.uuid(),
  version: z.number().int(),
  documentId: z.uuid(),
  /** What people call it: version 3 of the policy. */
  versionNumber: z.number().int(),
  status: z.enum(versionStatuses),
  title: z.string(),
  changeNote: z.string(),
  /** Users who wrote any of it. */
  authors: z.array(z.string()),
  authorName: z.string(),
  submittedAt: z.iso.datetime().nullable(),
  approvedByName: z.string().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  approvalNote: z.string(),
  /** Approved by one of its authors, because nobody else could. */
  approvedAlone: z.boolean(),
  contentHash: z.string().nullable(),
  effectiveAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  publishedByName: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
}
export const versionSummarySchema = z.object(summaryFields)
export type DocumentVersionSummary = z.infer<typeof versionSummarySchema>

export const documentVersionSchema = z.object({
  ...summaryFields,
  content,
  ownerName: z.string(),
  /** Whether title, text and images still give the hash that was approved; null before approval. */
  isUnchanged: z.boolean().nullable(),
  /** Members beside the one who asks that may approve it and wrote nothing of it. */
  otherApprovers: z.number().int(),
})
export type DocumentVersion = z.infer<typeof documentVersionSchema>

const tag = 'Documents'
const ofDocument = { tag, params: { documentId: z.uuid() } } as const
const one = { tag, params: { documentVersionId: z.uuid() } } as const
const versions = '/orgs/{organizationId}/documents/{documentId}/versions'
const single = '/orgs/{organizationId}/document-versions/{documentVersionId}'

export const listDocumentVersions = defineRoute({
  ...ofDocument,
  id: 'listDocumentVersions',
  method: 'get',
  path: versions,
  summary: 'Every version of a document, the newest first',
  access: 'document:read',
  response: z.object({ items: z.array(versionSummarySchema) }),
})

export const createDocumentDraft = defineRoute({
  ...ofDocument,
  id: 'createDocumentDraft',
  method: 'post',
  path: versions,
  summary: 'Start the next version, from the newest one there is',
  access: 'document:write',
  status: 201,
  body: z.strictObject({ content: content.optional(), changeNote: note.default('') }),
  response: documentVersionSchema,
})

export const getDocumentVersion = defineRoute({
  ...one,
  id: 'getDocumentVersion',
  method: 'get',
  path: single,
  summary: 'One version with its text',
  access: 'document:read',
  response: documentVersionSchema,
})

export const updateDocumentDraft = defineRoute({
  ...one,
  id: 'updateDocumentDraft',
  method: 'patch',
  path: single,
  summary: 'Change the draft; whoever does is one of its authors',
  access: 'document:write',
  ifMatch: true,
  body: z.strictObject({ content, changeNote: note }).partial(),
  response: documentVersionSchema,
})

export const deleteDocumentDraft = defineRoute({
  ...one,
  id: 'deleteDocumentDraft',
  method: 'delete',
  path: single,
  summary: 'Drop the draft; what was approved stays for ever',
  access: 'document:write',
  ifMatch: true,
})

export const submitDocumentVersion = defineRoute({
  ...one,
  id: 'submitDocumentVersion',
  method: 'post',
  path: `${single}/submit`,
  summary: 'Give the draft to review',
  access: 'document:write',
  ifMatch: true,
  response: documentVersionSchema,
})

export const returnDocumentVersion = defineRoute({
  ...one,
  id: 'returnDocumentVersion',
  method: 'post',
  path: `${single}/return`,
  summary: 'Send a version in review back to its authors, with the reason',
  access: 'document:write',
  ifMatch: true,
  body: z.strictObject({ reason: decisionReason }),
  response: documentVersionSchema,
})

export const approveDocumentVersion = defineRoute({
  ...one,
  id: 'approveDocumentVersion',
  method: 'post',
  path: `${single}/approve`,
  summary: 'Approve a version in review: from now on it does not change',
  description:
    'Not by one of its authors while somebody else could approve it; when nobody else can, that is written down.',
  access: 'document:manage',
  ifMatch: true,
  body: z.strictObject({ note: note.default('') }),
  response: documentVersionSchema,
})

export const publishDocumentVersion = defineRoute({
  ...one,
  id: 'publishDocumentVersion',
  method: 'post',
  path: `${single}/publish`,
  summary: 'Publish an approved version: it is the one that holds, and supersedes the one before',
  access: 'document:manage',
  ifMatch: true,
  body: z.strictObject({ effectiveAt: instant.optional() }),
  response: documentVersionSchema,
})

export const retireDocumentVersion = defineRoute({
  ...one,
  id: 'retireDocumentVersion',
  method: 'post',
  path: `${single}/retire`,
  summary: 'Retire an approved or published version, with the reason',
  access: 'document:manage',
  ifMatch: true,
  body: z.strictObject({ reason: decisionReason }),
  response: documentVersionSchema,
})

export const diffDocumentVersions = defineRoute({
  ...one,
  id: 'diffDocumentVersions',
  method: 'get',
  path: `${single}/diff`,
  summary: 'What differs from another version, line by line',
  access: 'document:read',
  query: {
    againstVersionId: z.uuid().optional().meta({ description: 'Left out: the version before it.' }),
  },
  response: z.object({
    from: versionSummarySchema.nullable(),
    to: versionSummarySchema,
    lines: z.array(
      z.object({
        kind: z.enum(['same', 'removed', 'added']),
        text: z.string(),
        before: z.number().int().nullable(),
        after: z.number().int().nullable(),
      }),
    ),
  }),
})

export const documentFormats = ['pdf', 'docx', 'md'] as const

export const exportDocumentVersion = defineRoute({
  ...one,
  id: 'exportDocumentVersion',
  method: 'get',
  path: `${single}/export`,
  summary: 'A version as PDF, Word document or Markdown, with its images',
  access: 'document:read',
  query: { format: z.enum(documentFormats).default('pdf') },
  download: ['application/pdf', docxMediaType, 'text/markdown'],
})
