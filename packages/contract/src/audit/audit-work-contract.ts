import { populationWords } from '@sinew/core/audit/sample.ts'
import { z } from 'zod'
import { paperFormat, paperMediaTypes } from '../export/paper-format.ts'
import { instant } from '../instant.ts'
import { defineRoute } from '../route.ts'

const coverCell = z.object({
  auditId: z.uuid(),
  ref: z.string(),
  year: z.number().int(),
  isDone: z.boolean(),
  isIndependent: z.boolean(),
})

const coverRow = z.object({
  kind: z.enum(['clause', 'control', 'site']),
  ref: z.string(),
  title: z.string(),
  isYearly: z.boolean(),
  cells: z.array(coverCell),
  isCovered: z.boolean(),
  isExcepted: z.boolean(),
  gap: z.string(),
})
export type CoverageRow = z.infer<typeof coverRow>

export const getAuditCoverage = defineRoute({
  id: 'getAuditCoverage',
  method: 'get',
  path: '/orgs/{organizationId}/audit-programmes/{auditProgrammeId}/coverage',
  summary: 'What a programme covers when and by which audit, and what it leaves out',
  tag: 'Audit programmes',
  access: 'audit:read',
  params: { auditProgrammeId: z.uuid() },
  response: z.object({
    years: z.array(z.object({ from: z.iso.datetime(), until: z.iso.datetime() })),
    rows: z.array(coverRow),
    uncovered: z.number().int(),
  }),
})
export type AuditCoverage = z.infer<typeof getAuditCoverage.response>

const tag = 'Internal audits'
const one = { tag, params: { auditId: z.uuid() } } as const

export const makeAuditChecklist = defineRoute({
  ...one,
  id: 'makeAuditChecklist',
  method: 'post',
  path: '/orgs/{organizationId}/audits/{auditId}/checklist',
  summary: 'Add a question for each clause item and applicable control of the scope that has none yet',
  access: 'audit:write',
  response: z.object({ added: z.number().int(), total: z.number().int() }),
})

export const drawAuditSample = defineRoute({
  id: 'drawAuditSample',
  method: 'post',
  path: '/orgs/{organizationId}/audit-checks/{auditCheckId}/sample',
  summary: 'Draw a random sample for a question: the same population, size and seed give the same sample',
  tag,
  access: 'audit:write',
  params: { auditCheckId: z.uuid() },
  ifMatch: true,
  body: z.strictObject({
    of: z.enum(Object.keys(populationWords).filter((name) => name !== 'none') as [string, ...string[]]),
    /** Left out: a usual size for the population. */
    size: z.number().int().min(1).max(500).optional(),
    seed: z.string().trim().min(1, 'Any word will do; with it the sample can be drawn again.').max(100),
    /** Those added, collected or happened from here on. */
    from: instant.nullable().default(null),
    until: instant.nullable().default(null),
  }),
  response: z.object({ population: z.number().int(), size: z.number().int(), chosen: z.array(z.string()) }),
})

export const getAuditReport = defineRoute({
  ...one,
  id: 'getAuditReport',
  method: 'get',
  path: '/orgs/{organizationId}/audits/{auditId}/report',
  summary: 'The report of an audit to take away; before it is reported it is marked as a draft',
  access: 'audit:read',
  query: { format: paperFormat },
  download: paperMediaTypes,
})
