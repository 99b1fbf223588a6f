import { z } from 'zod'
import { xlsxMediaType } from '../export/export-format.ts'
import { defineRoute } from '../route.ts'
import { soaFilters, soaLineSchema } from './soa-line-contract.ts'
import { soaVersionSchema } from './soa-version-contract.ts'
import { issueSchema, refusalSchema } from './soa-words.ts'

/** The largest first: what the gap of a control costs, what the control is worth as far as proven. */
export const soaSorts = ['-gap', '-worth'] as const

const count = z.number().int()

const countsSchema = z.object({
  lines: count,
  annexA: count,
  own: count,
  applicable: count,
  excluded: count,
  /** Nobody has said yet why they are necessary, or left them out. */
  undecided: count,
  proof: z.object({ proven: count, stale: count, failing: count, unproven: count, excluded: count }),
  /** Of the applicable ones. */
  implementation: z.object({ not_started: count, planned: count, partly: count, implemented: count }),
  issues: z.object({ error: count, warning: count, note: count }),
  /** Lines that differ from the approved version, by whether the difference asks for approval. */
  changed: z.object({ decision: count, status: count }),
})

export const soaSchema = z.object({
  /** The instant everything below is true at. */
  at: z.iso.datetime(),
  organization: z.string(),
  scope: z.string(),
  methodologyVersion: z.number().int(),
  approved: soaVersionSchema.nullable(),
  proposed: soaVersionSchema.nullable(),
  counts: countsSchema,
  /** Issues of the whole statement; those of a line are with it. */
  issues: z.array(issueSchema),
  /** Why no version can be proposed now. */
  proposeRefusals: z.array(refusalSchema),
  /** How many lines the filters let through; `lines` is a page of them. */
  total: count,
  page: count,
  pageSize: count,
  lines: z.array(soaLineSchema),
})
export type Soa = z.infer<typeof soaSchema>

const statement = { tag: 'Statement of Applicability', access: 'soa:read' } as const

export const getSoa = defineRoute({
  ...statement,
  id: 'getSoa',
  method: 'get',
  path: '/orgs/{organizationId}/soa',
  summary: 'The Statement of Applicability as it is: every control of Annex A and every own one',
  query: {
    ...soaFilters,
    /** Left out: as people list them. */
    sort: z.enum(soaSorts).optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    /** Annex A with some own controls is one page; a decision on several lines takes as many as the largest. */
    pageSize: z.coerce.number().int().min(1).max(500).default(200),
    /** A line by its reference: the page that it stands on, if it is among them, in the place of `page`. */
    line: z.string().max(40).optional(),
  },
  response: soaSchema,
})

export const soaExportFormats = ['pdf', 'xlsx', 'csv', 'json'] as const
const download = ['application/pdf', xlsxMediaType, 'text/csv', 'application/json'] as const
const format = z.enum(soaExportFormats).default('pdf')

export const exportSoa = defineRoute({
  ...statement,
  id: 'exportSoa',
  method: 'get',
  path: '/orgs/{organizationId}/soa/export',
  summary: 'The statement as it is, marked as not approved, to take away',
  query: { format },
  download,
})

export const exportSoaVersion = defineRoute({
  ...statement,
  id: 'exportSoaVersion',
  method: 'get',
  path: '/orgs/{organizationId}/soa/versions/{soaVersionId}/export',
  summary: 'One version to take away; JSON is the very text that its hash was made of',
  params: { soaVersionId: z.uuid() },
  query: { format },
  download,
})
