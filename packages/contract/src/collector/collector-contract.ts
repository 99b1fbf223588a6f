import { longestCadenceDays } from '@sinew/core/control/need-rules.ts'
import { z } from 'zod'
import { defineRoute, listOf, listQuery } from '../route.ts'

export const collectorStates = ['silent', 'overdue', 'disabled', 'reporting'] as const

const fields = {
  name: z.string().trim().min(1, 'Give the collector a name.').max(200),
  cadenceDays: z
    .number()
    .int()
    .min(1, 'At least one day.')
    .max(longestCadenceDays, `At most ${longestCadenceDays} days.`),
  ownerId: z.uuid().nullable(),
}
const reason = z.string().trim().max(2_000)

export const collectorSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  ...fields,
  ownerName: z.string().nullable(),
  /** What reports for it, `prowler`, and on what, an account. */
  tool: z.string(),
  scope: z.string(),
  active: z.boolean(),
  disabledReason: z.string(),
  lastReportAt: z.iso.datetime().nullable(),
  state: z.enum(collectorStates),
  /** How it stands, in one sentence. */
  sentence: z.string(),
  dueAt: z.iso.datetime().nullable(),
  controlCount: z.number().int(),
  /** Checks on resources that the newest report does not mention and nobody retired. */
  missingCount: z.number().int(),
  runCount: z.number().int(),
})
export type Collector = z.infer<typeof collectorSchema>

const collectors = '/orgs/{organizationId}/collectors'
const one = { tag: 'Collectors', params: { collectorId: z.uuid() } } as const

export const listCollectors = defineRoute({
  id: 'listCollectors',
  method: 'get',
  path: collectors,
  summary: 'Every collector, the silent ones first',
  tag: 'Collectors',
  access: 'evidence:read',
  response: z.object({ items: z.array(collectorSchema) }),
})

export const getCollector = defineRoute({
  ...one,
  id: 'getCollector',
  method: 'get',
  path: `${collectors}/{collectorId}`,
  summary: 'One collector',
  access: 'evidence:read',
  response: collectorSchema,
})

export const registerCollector = defineRoute({
  id: 'registerCollector',
  method: 'post',
  path: collectors,
  summary: 'Register a collector; the first report of a new account registers one by itself',
  tag: 'Collectors',
  access: 'collector:manage',
  status: 201,
  body: z.strictObject({
    name: fields.name,
    tool: z.string().trim().toLowerCase().min(1, 'Name the tool.').max(60).default('prowler'),
    scope: z.string().trim().max(200).default(''),
    cadenceDays: fields.cadenceDays.default(7),
    ownerId: fields.ownerId.default(null),
  }),
  response: collectorSchema,
})

export const updateCollector = defineRoute({
  ...one,
  id: 'updateCollector',
  method: 'patch',
  path: `${collectors}/{collectorId}`,
  summary: 'Change name, owner or rhythm',
  description:
    'A new rhythm goes to the needs it answers, where they still follow the old one. A longer one makes controls easier to prove, so it needs a reason.',
  access: 'collector:manage',
  ifMatch: true,
  body: z.strictObject({ ...z.object(fields).partial().shape, reason: reason.default('') }),
  response: collectorSchema,
})

export const disableCollector = defineRoute({
  ...one,
  id: 'disableCollector',
  method: 'post',
  path: `${collectors}/{collectorId}/disable`,
  summary: 'Switch a collector off: a decision, with its reason; what it proved goes stale',
  access: 'collector:manage',
  ifMatch: true,
  body: z.strictObject({ reason: reason.min(1, 'Switching a collector off is a decision: say why.') }),
  response: collectorSchema,
})

export const enableCollector = defineRoute({
  ...one,
  id: 'enableCollector',
  method: 'post',
  path: `${collectors}/{collectorId}/enable`,
  summary: 'Switch a collector on again',
  access: 'collector:manage',
  ifMatch: true,
  response: collectorSchema,
})

export const missingSubjectSchema = z.object({
  checkId: z.string(),
  subjectUid: z.string(),
  missingSince: z.iso.datetime(),
  controls: z.array(z.object({ id: z.uuid(), ref: z.string() })),
})
export type MissingSubject = z.infer<typeof missingSubjectSchema>

export const listMissingSubjects = defineRoute({
  ...one,
  id: 'listMissingSubjects',
  method: 'get',
  path: `${collectors}/{collectorId}/subjects/missing`,
  summary: 'Checks on resources that were reported before and are not now: they count as not passing',
  access: 'evidence:read',
  query: listQuery(['missingSince', 'checkId', 'subjectUid'], 'missingSince'),
  response: listOf(missingSubjectSchema),
})

export const retireSubjects = defineRoute({
  ...one,
  id: 'retireSubjects',
  method: 'post',
  path: `${collectors}/{collectorId}/subjects/retire`,
  summary: 'Leave missing checks or resources out of the count from the next report on: a decision, with its reason',
  access: 'collector:manage',
  body: z.strictObject({
    subjects: z
      .array(z.strictObject({ checkId: z.string().min(1).max(300), subjectUid: z.string().min(1).max(1_000) }))
      .min(1, 'Choose at least one.')
      .max(1_000, 'At most 1,000 at once.'),
    reason: reason.min(1, 'Leaving something out of the count is a decision: say why.'),
  }),
  response: z.object({ retired: z.number().int() }),
})
