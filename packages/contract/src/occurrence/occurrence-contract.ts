import { occurrenceKinds } from '@sinew/core/occurrence/occurrence.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { instant } from '../instant.ts'
import { decisionReason, defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'
import { occurrenceSorts } from './occurrence-words.ts'

const occurrenceFields = {
  kind: z.enum(occurrenceKinds),
  title: z.string().trim().min(1, 'Say in a few words what happened.').max(200),
  note: z.string().trim().max(20_000),
  /** A day: kept as its noon in UTC. */
  occurredAt: instant,
  discoveredAt: instant,
  lossMinor: z.number().int('Whole minor units.').min(1, 'More than zero.').max(Number.MAX_SAFE_INTEGER).nullable(),
  /** Where this is known from: a ticket, a person, a report. */
  source: z.string().trim().max(500),
}

export const occurrenceSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  ...occurrenceFields,
  occurredAt: z.iso.datetime(),
  discoveredAt: z.iso.datetime(),
  riskId: z.uuid(),
  riskNumber: z.number().int(),
  riskTitle: z.string(),
  /** The object in another register that this was taken over from. */
  externalRef: z.string().nullable(),
  reportedByName: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Occurrence = z.infer<typeof occurrenceSchema>

const common = { tag: 'Occurrences' } as const
const one = { ...common, params: { occurrenceId: z.uuid() } } as const
const occurrences = '/orgs/{organizationId}/occurrences'

const filters = {
  riskId: z.uuid().optional(),
  kind: z.enum(occurrenceKinds).optional(),
  from: instant.optional().meta({ description: 'Happened at this instant or later.' }),
  until: instant.optional().meta({ description: 'Happened before this instant.' }),
  lossUnknown: queryFlag.optional().meta({ description: 'Loss events whose loss is not known yet, or all others.' }),
}

export const listOccurrences = defineRoute({
  ...common,
  id: 'listOccurrences',
  method: 'get',
  path: occurrences,
  summary: 'What happened on risks: loss events and near misses',
  access: 'occurrence:read',
  query: { ...listQuery(occurrenceSorts, '-occurredAt'), ...filters, number: queryNumber.optional() },
  response: listOf(occurrenceSchema),
})

export const exportOccurrences = defineRoute({
  ...common,
  id: 'exportOccurrences',
  method: 'get',
  path: `${occurrences}/export`,
  summary: 'The same list as a file',
  access: 'occurrence:read',
  query: {
    format: exportFormat,
    sort: listQuery(occurrenceSorts, '-occurredAt').sort,
    q: listQuery(occurrenceSorts, '-occurredAt').q,
    ...filters,
  },
  download: exportMediaTypes,
})

export const getOccurrence = defineRoute({
  ...one,
  id: 'getOccurrence',
  method: 'get',
  path: `${occurrences}/{occurrenceId}`,
  summary: 'One occurrence',
  access: 'occurrence:read',
  response: occurrenceSchema,
})

export const createOccurrence = defineRoute({
  ...common,
  id: 'createOccurrence',
  method: 'post',
  path: occurrences,
  summary: 'Record that something happened on a risk, or nearly did',
  access: 'occurrence:write',
  status: 201,
  body: z.strictObject({
    riskId: z.uuid(),
    kind: occurrenceFields.kind.default('loss'),
    title: occurrenceFields.title,
    note: occurrenceFields.note.default(''),
    occurredAt: occurrenceFields.occurredAt,
    discoveredAt: occurrenceFields.discoveredAt.optional(),
    lossMinor: occurrenceFields.lossMinor.default(null),
    source: occurrenceFields.source.default(''),
    externalRef: z.string().trim().min(1).max(200).nullable().default(null),
  }),
  response: occurrenceSchema,
})

export const updateOccurrence = defineRoute({
  ...one,
  id: 'updateOccurrence',
  method: 'patch',
  path: `${occurrences}/{occurrenceId}`,
  summary: 'Correct an occurrence, or say what it cost once that is known',
  description:
    'A correction that makes less of it, such as a lower loss or a near miss instead of an event, needs a reason.',
  access: 'occurrence:write',
  ifMatch: true,
  body: z.strictObject({ ...occurrenceFields, reason: z.string().trim().max(2_000) }).partial(),
  response: occurrenceSchema,
})

export const deleteOccurrence = defineRoute({
  ...one,
  id: 'deleteOccurrence',
  method: 'delete',
  path: `${occurrences}/{occurrenceId}`,
  summary: 'Remove an occurrence that was none, for a reason; the ledger keeps it and can restore it',
  access: 'occurrence:delete',
  ifMatch: true,
  query: { reason: decisionReason },
})

const watchSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  /** Null: all risks. */
  riskId: z.uuid().nullable(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  reason: z.string(),
  vouchedByName: z.string(),
  vouchedAt: z.iso.datetime(),
})
export type Watch = z.infer<typeof watchSchema>
export { watchSchema }

const watches = '/orgs/{organizationId}/occurrence-watches'
const oneWatch = { ...common, params: { watchId: z.uuid() } } as const

export const listWatches = defineRoute({
  ...common,
  id: 'listWatches',
  method: 'get',
  path: watches,
  summary: 'The periods that somebody vouches for: everything that happened then is recorded',
  access: 'occurrence:read',
  query: {
    riskId: z.uuid().optional().meta({ description: 'Those that hold for this risk: its own and those of all.' }),
  },
  response: z.object({ items: z.array(watchSchema) }),
})

export const createWatch = defineRoute({
  ...common,
  id: 'createWatch',
  method: 'post',
  path: watches,
  summary: 'Vouch that everything that happened in a period is recorded, on one risk or on all',
  description:
    'Only with such a statement does a year in which nothing happened count as one. It ends today at the latest.',
  access: 'occurrence:vouch',
  status: 201,
  body: z.strictObject({
    riskId: z.uuid().nullable().default(null),
    from: instant,
    until: instant,
    reason: decisionReason,
  }),
  response: watchSchema,
})

export const updateWatch = defineRoute({
  ...oneWatch,
  id: 'updateWatch',
  method: 'patch',
  path: `${watches}/{watchId}`,
  summary: 'Vouch for a longer or another period; whoever does answers for all of it',
  access: 'occurrence:vouch',
  ifMatch: true,
  body: z.strictObject({ from: instant.optional(), until: instant.optional(), reason: decisionReason }),
  response: watchSchema,
})

export const deleteWatch = defineRoute({
  ...oneWatch,
  id: 'deleteWatch',
  method: 'delete',
  path: `${watches}/{watchId}`,
  summary: 'Take a statement back: nobody vouches for its period any more',
  access: 'occurrence:vouch',
  ifMatch: true,
  query: { reason: decisionReason },
})
