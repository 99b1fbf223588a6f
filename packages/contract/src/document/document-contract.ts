import { documentRegister } from '@sinew/core/document/document-register.ts'
import { externalDocumentRegister } from '@sinew/core/document/external-document-register.ts'
import { promiseRegister } from '@sinew/core/document/promise-register.ts'
import { retentionRuleRegister } from '@sinew/core/document/retention-rule-register.ts'
import { z } from 'zod'
import { registerContract } from '../register/register-contract.ts'
import { decisionReason, defineRoute } from '../route.ts'

export const documents = registerContract(documentRegister)
export const promises = registerContract(promiseRegister)
export const externalDocuments = registerContract(externalDocumentRegister)
export const retentionRules = registerContract(retentionRuleRegister)

export const reviewDocument = defineRoute({
  id: 'reviewDocument',
  method: 'post',
  path: '/orgs/{organizationId}/documents/{documentId}/review',
  summary: 'Say that a published document was looked at and still holds',
  description: 'The next review is due one cadence later. Who looked and what they found stays in the ledger.',
  tag: 'Documents',
  access: 'document:manage',
  params: { documentId: z.uuid() },
  ifMatch: true,
  body: z.strictObject({ note: decisionReason }),
  response: z.object({ reviewedAt: z.iso.datetime(), reviewAt: z.iso.datetime() }),
})

const documentTemplateSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  /** Its place in the list of documents that an ISMS has. */
  item: z.string(),
  sentence: z.string(),
  clauses: z.array(z.string()),
  controls: z.array(z.string()),
})

export const listDocumentTemplates = defineRoute({
  id: 'listDocumentTemplates',
  method: 'get',
  path: '/orgs/{organizationId}/document-templates',
  summary: 'Documents that can be started from a template',
  tag: 'Documents',
  access: 'document:read',
  timeTravel: false,
  response: z.object({ items: z.array(documentTemplateSchema) }),
})

export const createDocumentFromTemplate = defineRoute({
  id: 'createDocumentFromTemplate',
  method: 'post',
  path: '/orgs/{organizationId}/documents/from-template',
  summary:
    'Start a document from a template: its first version is a draft with the organisation’s name and scope in it',
  tag: 'Documents',
  access: 'document:write',
  status: 201,
  body: z.strictObject({
    templateId: z.string().trim().min(1).max(60),
    ownerId: z.uuid('Choose one.').nullable().default(null),
  }),
  response: z.object({ id: z.uuid(), number: z.number().int(), documentVersionId: z.uuid() }),
})

export const coverageStates = ['fresh', 'overdue', 'in_work', 'missing', 'not_needed'] as const

export const coverageItemSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['document', 'record', 'register']),
  basis: z.enum(['clause', 'annex-a-if-necessary', 'recommended']),
  refs: z.array(z.string()),
  state: z.enum(coverageStates),
  /** Why it is so, in one sentence. */
  because: z.string(),
  /** What stands for it: documents by their reference. */
  documents: z.array(
    z.object({
      number: z.number().int(),
      title: z.string(),
      standing: z.string(),
      publishedVersion: z.number().int().nullable(),
    }),
  ),
  /** Whether a template can start it. */
  templateId: z.string().nullable(),
  /** The table in which the product keeps records of the kind; null where there are none. */
  keptIn: z.string().nullable(),
})
export type CoverageItem = z.infer<typeof coverageItemSchema>

export const getDocumentCoverage = defineRoute({
  id: 'getDocumentCoverage',
  method: 'get',
  path: '/orgs/{organizationId}/document-coverage',
  summary: 'Which documents and records the standard asks for are there, approved and fresh, and which are missing',
  tag: 'Documents',
  access: 'document:read',
  response: z.object({ items: z.array(coverageItemSchema) }),
})
