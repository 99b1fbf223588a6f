import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { instant } from '../instant.ts'
import { decisionReason, defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'

export const actionStatuses = ['open', 'done', 'cancelled'] as const

const actionFields = {
  title: z.string().trim().min(1, 'Say what is to be done.').max(300),
  note: z.string().trim().max(5_000),
  controlId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  dueAt: instant,
  costMinor: z.number().int('Whole minor units.').min(0, 'Not below zero.').max(Number.MAX_SAFE_INTEGER).nullable(),
}

export const actionSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  riskId: z.uuid(),
  riskNumber: z.number().int(),
  riskTitle: z.string(),
  controlRef: z.string().nullable(),
  controlTitle: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** The what-if it was planned from. */
  whatIfNumber: z.number().int().nullable(),
  whatIfName: z.string().nullable(),
  ...actionFields,
  /** What goes off the proven yearly loss when its control is in place and proven; null without a control, and once it is not open. */
  worthMinor: z.number().int().nullable(),
  status: z.enum(actionStatuses),
  doneAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Action = z.infer<typeof actionSchema>

const one = { tag: 'Treatment', params: { actionId: z.uuid() } } as const
const actions = '/orgs/{organizationId}/actions'
const reason = decisionReason

const filters = {
  status: z.enum(actionStatuses).optional(),
  overdue: queryFlag.optional(),
  ownerId: z.uuid().optional(),
  riskId: z.uuid().optional(),
  controlId: z.uuid().optional(),
  whatIfId: z.uuid().optional(),
}

export const listActions = defineRoute({
  id: 'listActions',
  method: 'get',
  path: actions,
  summary: 'The treatment plan: actions across all risks',
  tag: 'Treatment',
  access: 'risk:read',
  query: {
    ...listQuery(['dueAt', 'number', 'title', 'status', 'owner', 'risk', 'cost', 'worth', 'updatedAt'], 'dueAt'),
    ...filters,
    number: queryNumber.optional(),
  },
  response: listOf(actionSchema),
})

export const exportActions = defineRoute({
  id: 'exportActions',
  method: 'get',
  path: `${actions}/export`,
  summary: 'The treatment plan as a file',
  tag: 'Treatment',
  access: 'risk:read',
  query: { q: z.string().trim().max(200).optional(), ...filters, format: exportFormat },
  download: exportMediaTypes,
})

export const getAction = defineRoute({
  ...one,
  id: 'getAction',
  method: 'get',
  path: `${actions}/{actionId}`,
  summary: 'One action',
  access: 'risk:read',
  response: actionSchema,
})

export const createAction = defineRoute({
  id: 'createAction',
  method: 'post',
  path: '/orgs/{organizationId}/risks/{riskId}/actions',
  params: { riskId: z.uuid() },
  summary: 'Plan an action against a risk',
  tag: 'Treatment',
  access: 'risk:write',
  status: 201,
  body: z.strictObject({
    title: actionFields.title,
    note: actionFields.note.default(''),
    controlId: actionFields.controlId.default(null),
    ownerId: actionFields.ownerId.default(null),
    dueAt: actionFields.dueAt,
    costMinor: actionFields.costMinor.default(null),
  }),
  response: actionSchema,
})

export const updateAction = defineRoute({
  ...one,
  id: 'updateAction',
  method: 'patch',
  path: `${actions}/{actionId}`,
  summary: 'Change an action; another due date needs a reason',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({ ...actionFields, reason: z.string().trim().max(2_000) }).partial(),
  response: actionSchema,
})

export const completeAction = defineRoute({
  ...one,
  id: 'completeAction',
  method: 'post',
  path: `${actions}/{actionId}/done`,
  summary: 'Mark an action as done',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({ note: z.string().trim().max(2_000).default('') }),
  response: actionSchema,
})

export const cancelAction = defineRoute({
  ...one,
  id: 'cancelAction',
  method: 'post',
  path: `${actions}/{actionId}/cancel`,
  summary: 'Give up an action: a decision, with its reason',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({ reason }),
  response: actionSchema,
})

export const reopenAction = defineRoute({
  ...one,
  id: 'reopenAction',
  method: 'post',
  path: `${actions}/{actionId}/reopen`,
  summary: 'Take up a done or cancelled action again',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({ reason }),
  response: actionSchema,
})

export const deleteAction = defineRoute({
  ...one,
  id: 'deleteAction',
  method: 'delete',
  path: `${actions}/{actionId}`,
  summary: 'Remove an action that was entered by mistake; the ledger keeps it',
  access: 'risk:delete',
  ifMatch: true,
})

export const dueDateChangeSchema = z.object({
  at: z.iso.datetime(),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime(),
  actorName: z.string(),
  reason: z.string(),
})
export type DueDateChange = z.infer<typeof dueDateChangeSchema>

export const listDueDateChanges = defineRoute({
  ...one,
  id: 'listDueDateChanges',
  method: 'get',
  path: `${actions}/{actionId}/due-dates`,
  summary: 'Every due date an action ever had, the newest first, with who moved it and why',
  access: 'risk:read',
  response: z.object({ items: z.array(dueDateChangeSchema) }),
})
