import { longestCadenceDays } from '@sinew/core/control/need-rules.ts'
import { z } from 'zod'
import { fileSchema } from '../file/file-contract.ts'
import { defineRoute, listOf, listQuery } from '../route.ts'

export const reportFormats = ['auto', 'prowler-ocsf'] as const

const check = z.object({ checkId: z.string(), title: z.string(), records: z.number().int() })

const summary = {
  id: z.uuid(),
  version: z.number().int(),
  collectorId: z.uuid(),
  collectorName: z.string(),
  format: z.string(),
  tool: z.string(),
  toolVersion: z.string(),
  sha256: z.string(),
  /** The time the report speaks of: its oldest and its newest observation. */
  observedFrom: z.iso.datetime(),
  observedTo: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  /** A newer report had come before: kept for the record, it decides nothing. */
  outdated: z.boolean(),
  counts: z.object({
    records: z.number().int(),
    subjects: z.number().int(),
    pass: z.number().int(),
    fail: z.number().int(),
    manual: z.number().int(),
    error: z.number().int(),
    not_applicable: z.number().int(),
    suppressed: z.number().int(),
    controls: z.number().int(),
    missing: z.number().int(),
    unmapped: z.number().int(),
  }),
}

export const ingestRunSummarySchema = z.object(summary)
export type IngestRunSummary = z.infer<typeof ingestRunSummarySchema>

export const ingestRunSchema = z.object({
  ...summary,
  /** True when this very file had been pushed before: nothing was changed. */
  repeated: z.boolean(),
  file: fileSchema,
  controls: z.array(
    z.object({
      controlId: z.uuid(),
      ref: z.string(),
      title: z.string(),
      evidenceId: z.uuid(),
      evidenceNumber: z.number().int(),
      passed: z.number().int(),
      expected: z.number().int(),
      missing: z.number().int(),
    }),
  ),
  /** Checks that speak to no control, by the report itself or by the shipped table. */
  unmappedChecks: z.array(check),
  /** Checks the tool leaves to a person: they prove nothing either way. */
  manualChecks: z.array(check),
  /** References to ISO/IEC 27001:2022 in the report that Annex A does not have. */
  unknownRefs: z.array(z.string()),
  /** Reported before and not in this report: they count as not passing. The first 500. */
  missing: z.array(z.object({ ref: z.string(), checkId: z.string(), subjectUid: z.string() })),
})
export type IngestRun = z.infer<typeof ingestRunSchema>

export const pushReport = defineRoute({
  id: 'pushReport',
  method: 'post',
  path: '/orgs/{organizationId}/ingest',
  summary: 'Push the report of a scanner: the file is kept, and each control it speaks to gets a dated k of n',
  description:
    'The body is the report. Without a collector, the tool and the account in the report name one, and the first report registers it. Pushing the same file again answers the same and changes nothing. A report is taken whole or not at all.',
  tag: 'Collectors',
  access: 'evidence:write',
  query: {
    format: z.enum(reportFormats).default('auto'),
    collectorId: z.uuid().optional(),
    name: z.string().min(1).max(1_000).default('report.json').meta({ description: 'Name of the file.' }),
    cadenceDays: z.coerce.number().int().min(1).max(longestCadenceDays).default(7).meta({
      description: 'How often a collector registered by this report is expected to report.',
    }),
  },
  upload: true,
  status: 200,
  response: ingestRunSchema,
})

export const listIngestRuns = defineRoute({
  id: 'listIngestRuns',
  method: 'get',
  path: '/orgs/{organizationId}/ingest',
  summary: 'Every report that was pushed',
  tag: 'Collectors',
  access: 'evidence:read',
  query: { ...listQuery(['observedTo', 'receivedAt'], '-receivedAt'), collectorId: z.uuid().optional() },
  response: listOf(ingestRunSummarySchema),
})

export const getIngestRun = defineRoute({
  id: 'getIngestRun',
  method: 'get',
  path: '/orgs/{organizationId}/ingest/{ingestRunId}',
  summary: 'What one report led to',
  tag: 'Collectors',
  access: 'evidence:read',
  params: { ingestRunId: z.uuid() },
  response: ingestRunSchema,
})
