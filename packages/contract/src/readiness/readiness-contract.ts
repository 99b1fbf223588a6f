import { itemStates } from '@sinew/core/readiness/item-state.ts'
import { grades } from '@sinew/core/readiness/readiness-rule.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { defineRoute } from '../route.ts'

const predictedSchema = z.object({
  rule: z.string(),
  item: z.string(),
  grade: z.enum(grades),
  requirement: z.string(),
  evidence: z.string(),
  gap: z.string(),
  repair: z.string(),
  seen: z.array(z.object({ entity: z.string(), ref: z.string(), title: z.string() })),
})
export type Predicted = z.infer<typeof predictedSchema>

const answerSchema = z.object({
  entity: z.string(),
  ref: z.string(),
  title: z.string(),
  at: z.iso.datetime().nullable(),
  isFresh: z.boolean(),
})
export type ItemAnswer = z.infer<typeof answerSchema>

const itemSchema = z.object({
  /** A clause item (`6.1.3.d`) or a control (`A.8.13`). */
  id: z.string(),
  kind: z.enum(['clause', 'control']),
  group: z.string(),
  title: z.string(),
  question: z.string(),
  needsDocument: z.boolean(),
  state: z.enum(itemStates),
  answers: z.array(answerSchema),
  answerCount: z.number().int(),
  predicted: z.array(predictedSchema),
})
export type ReadinessItem = z.infer<typeof itemSchema>

const stateCounts = z.record(z.enum(itemStates), z.number().int())

export const readinessSchema = z.object({
  at: z.iso.datetime(),
  items: z.array(itemSchema),
  predicted: z.array(predictedSchema),
  counts: z.object({ clauses: stateCounts, controls: stateCounts, grades: z.record(z.enum(grades), z.number().int()) }),
})
export type Readiness = z.infer<typeof readinessSchema>

const readiness = { tag: 'Readiness', access: 'chain:read' } as const
const path = '/orgs/{organizationId}/readiness'

export const getReadiness = defineRoute({
  ...readiness,
  id: 'getReadiness',
  method: 'get',
  path,
  summary:
    'For each of the 88 clause items and 93 controls: what is there, what is missing, and what an auditor would find',
  response: readinessSchema,
})

export const exportReadiness = defineRoute({
  ...readiness,
  id: 'exportReadiness',
  method: 'get',
  path: `${path}/export`,
  summary: 'The items, or what an auditor would find, as a file',
  query: { format: exportFormat, what: z.enum(['items', 'predicted']).default('items') },
  download: exportMediaTypes,
})
