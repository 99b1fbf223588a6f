import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { instant } from '../instant.ts'
import { defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'
import { policyPers, policySorts } from './insurance-words.ts'

const minor = z.number().int('Whole minor units.').min(0, 'Not below zero.').max(Number.MAX_SAFE_INTEGER)

const fields = {
  name: z.string().trim().min(1, 'Give the policy a name.').max(200),
  insurer: z.string().trim().max(200),
  note: z.string().trim().max(5_000),
  /** Whether it pays for each event or for the whole year. */
  per: z.enum(policyPers),
  deductibleMinor: minor,
  limitMinor: minor.min(1, 'A policy pays at most something.'),
  /** For a year. */
  premiumMinor: minor,
  /** It pays for what happens from here on, and not from there on. */
  validFrom: instant,
  validUntil: instant,
  /** Null covers every risk. */
  riskIds: z.array(z.uuid()).max(2_000, 'At most 2,000 risks; null covers all.').nullable(),
}

export const policySchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  number: z.number().int(),
  ...fields,
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  riskIds: z.array(z.uuid()).nullable(),
  /** Now, or at the instant asked for. */
  inForce: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Policy = z.infer<typeof policySchema>

const tag = 'Insurance'
const policies = '/orgs/{organizationId}/insurance'
const one = { tag, path: `${policies}/{policyId}`, params: { policyId: z.uuid() } } as const
const filters = { inForce: queryFlag.optional() }

export const listPolicies = defineRoute({
  id: 'listPolicies',
  method: 'get',
  path: policies,
  summary: 'Insurance policies: what they pay, from when until when',
  tag,
  access: 'risk:read',
  query: { ...listQuery(policySorts, '-validUntil'), ...filters, number: queryNumber.optional() },
  response: listOf(policySchema),
})

export const exportPolicies = defineRoute({
  id: 'exportPolicies',
  method: 'get',
  path: `${policies}/export`,
  summary: 'The policies as a file',
  tag,
  access: 'risk:read',
  query: {
    sort: listQuery(policySorts, '-validUntil').sort,
    q: listQuery(policySorts, '-validUntil').q,
    ...filters,
    format: exportFormat,
  },
  download: exportMediaTypes,
})

export const getPolicy = defineRoute({
  ...one,
  id: 'getPolicy',
  method: 'get',
  summary: 'One policy',
  access: 'risk:read',
  response: policySchema,
})

export const createPolicy = defineRoute({
  id: 'createPolicy',
  method: 'post',
  path: policies,
  summary: 'Add a policy',
  tag,
  access: 'risk:write',
  status: 201,
  body: z.strictObject({
    ...fields,
    insurer: fields.insurer.default(''),
    note: fields.note.default(''),
    riskIds: fields.riskIds.default(null),
  }),
  response: policySchema,
})

export const updatePolicy = defineRoute({
  ...one,
  id: 'updatePolicy',
  method: 'patch',
  summary: 'Change a policy',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject(fields).partial(),
  response: policySchema,
})

export const deletePolicy = defineRoute({
  ...one,
  id: 'deletePolicy',
  method: 'delete',
  summary: 'Remove a policy that was entered by mistake; the ledger keeps it',
  access: 'risk:delete',
  ifMatch: true,
})
