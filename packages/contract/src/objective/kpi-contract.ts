import { type KpiKey, kpiKeys } from '@sinew/core/objective/kpi-catalogue.ts'
import { z } from 'zod'
import { defineRoute } from '../route.ts'

const keys = kpiKeys as readonly [KpiKey, ...KpiKey[]]
const tag = 'Metrics'

const taken = z.object({
  value: z.number(),
  /** How it came about: `3 of 40 open actions`. */
  note: z.string(),
})

export const kpiSchema = z.object({
  key: z.enum(keys),
  title: z.string(),
  formula: z.string(),
  unit: z.string(),
  source: z.string(),
  cadenceDays: z.number().int(),
  direction: z.enum(['higher', 'lower']),
  target: z.number(),
  warning: z.number().nullable(),
  alarm: z.number().nullable(),
  /** Worked out by Sinew; else somebody or a program brings the values. */
  isComputed: z.boolean(),
  /** What it is now; null where Sinew does not work it out, or there is nothing to measure. */
  live: taken.nullable(),
  /** The metric that measures it; null where none does. */
  metric: z.object({ id: z.uuid(), ref: z.string() }).nullable(),
})

export const listKpis = defineRoute({
  id: 'listKpis',
  method: 'get',
  path: '/orgs/{organizationId}/kpis',
  summary: 'Figures that most organisations measure, and what those are now that Sinew works out',
  tag,
  access: 'objective:read',
  response: z.object({ items: z.array(kpiSchema) }),
})

export const adoptKpis = defineRoute({
  id: 'adoptKpis',
  method: 'post',
  path: '/orgs/{organizationId}/kpis',
  summary: 'Make metrics of figures of the catalogue; those that are measured already are left out',
  tag,
  access: 'objective:write',
  status: 201,
  body: z.strictObject({
    keys: z.array(z.enum(keys)).min(1, 'Choose at least one.').max(keys.length),
    measurerId: z.uuid('Choose who measures.'),
    ownerId: z.uuid('Choose who evaluates.'),
  }),
  response: z.object({ made: z.number().int(), left: z.number().int() }),
})

export const measureMetrics = defineRoute({
  id: 'measureMetrics',
  method: 'post',
  path: '/orgs/{organizationId}/metrics/measure',
  summary: 'Take the values that Sinew works out: of those named, or of all that are due',
  tag,
  access: 'objective:write',
  body: z.strictObject({ metricIds: z.array(z.uuid()).max(200).nullable().default(null) }),
  response: z.object({
    taken: z.array(z.object({ metricId: z.uuid(), ...taken.shape })),
    /** Nothing to measure, or not worked out by Sinew: these stay as late as they are. */
    silent: z.array(z.uuid()),
  }),
})
