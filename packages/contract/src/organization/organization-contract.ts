import { roles } from '@sinew/core/access/permissions.ts'
import { sectorIds } from '@sinew/core/catalogue/sectors.ts'
import { z } from 'zod'
import { defineRoute } from '../route.ts'

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const organizationFields = {
  name: z.string().trim().min(1, 'Give the organisation a name.').max(200),
  sector: z.enum(sectorIds),
  headcount: z.number().int().min(1, 'At least one person.').max(1_000_000),
  yearlyRevenueMinor: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
  timeZone: z.string().max(60).refine(isTimeZone, 'That is not a time zone, such as Europe/Berlin.'),
  scope: z.string().trim().max(20_000),
}

const currency = z.string().regex(/^[A-Z]{3}$/, 'Three capital letters, for example EUR.')

export const organizationSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  slug: z.string(),
  ...organizationFields,
  currency,
  isExample: z.boolean(),
  role: z.enum(roles),
  createdAt: z.iso.datetime(),
})
export type Organization = z.infer<typeof organizationSchema>

export const createOrganization = defineRoute({
  id: 'createOrganization',
  method: 'post',
  path: '/orgs',
  summary: 'Start an organisation, with the 93 controls and a methodology to edit',
  tag: 'Organisation',
  access: 'session',
  status: 201,
  body: z.strictObject({
    name: organizationFields.name,
    sector: organizationFields.sector,
    headcount: organizationFields.headcount,
    yearlyRevenueMinor: organizationFields.yearlyRevenueMinor.default(null),
    currency,
    timeZone: organizationFields.timeZone.default('UTC'),
    scope: organizationFields.scope.default(''),
  }),
  response: organizationSchema,
})

export const getOrganization = defineRoute({
  id: 'getOrganization',
  method: 'get',
  path: '/orgs/{organizationId}',
  summary: 'The organisation and your role in it',
  tag: 'Organisation',
  access: 'organization:read',
  response: organizationSchema,
})

export const updateOrganization = defineRoute({
  id: 'updateOrganization',
  method: 'patch',
  path: '/orgs/{organizationId}',
  summary: 'Change name, sector, size, revenue, time zone or scope',
  tag: 'Organisation',
  access: 'organization:write',
  ifMatch: true,
  body: z.strictObject(organizationFields).partial(),
  response: organizationSchema,
})
