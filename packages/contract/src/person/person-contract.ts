import { roles } from '@sinew/core/access/permissions.ts'
import { ownedKinds } from '@sinew/core/person/owned-kinds.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { decisionReason, defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'
import { personSorts } from './person-words.ts'

const personFields = {
  name: z.string().trim().min(1, 'Give the person a name.').max(200),
  email: z
    .email('That is not an e-mail address.')
    .max(200)
    .transform((text) => text.toLowerCase())
    .nullable(),
  jobTitle: z.string().trim().max(200),
}

const ownedCounts = z.object(
  Object.fromEntries(ownedKinds.map((kind) => [kind, z.number().int()])) as Record<
    (typeof ownedKinds)[number],
    z.ZodNumber
  >,
)

export const personSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  ...personFields,
  active: z.boolean(),
  /** Where the person works, and for whom. */
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  managerId: z.uuid().nullable(),
  managerName: z.string().nullable(),
  /** The member who signs in as this person, where there is one. */
  memberId: z.uuid().nullable(),
  role: z.enum(roles).nullable(),
  /** How much of each kind the person answers for now; done and cancelled actions, closed risks and retired collectors left out. */
  owns: ownedCounts,
  ownedTotal: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Person = z.infer<typeof personSchema>

export const ownedSchema = z.object({
  kind: z.enum(ownedKinds),
  id: z.uuid(),
  /** What people call it: R-12, A.8.13, T-3. */
  ref: z.string(),
  title: z.string(),
})
export type Owned = z.infer<typeof ownedSchema>

const person = { tag: 'People', params: { personId: z.uuid() } } as const
const filters = {
  active: queryFlag.optional(),
  /** Only those who still answer for something. */
  owns: queryFlag.optional(),
}
export const listPeople = defineRoute({
  id: 'listPeople',
  method: 'get',
  path: '/orgs/{organizationId}/people',
  summary: 'The people who own risks, controls and the rest, with how much each answers for',
  tag: 'People',
  access: 'person:read',
  query: { ...listQuery(personSorts, 'name'), ...filters, number: queryNumber.optional() },
  response: listOf(personSchema),
})

export const exportPeople = defineRoute({
  id: 'exportPeople',
  method: 'get',
  path: '/orgs/{organizationId}/people/export',
  summary: 'The same list as a file',
  tag: 'People',
  access: 'person:read',
  query: {
    format: exportFormat,
    sort: listQuery(personSorts, 'name').sort,
    q: listQuery(personSorts, 'name').q,
    ...filters,
  },
  download: exportMediaTypes,
})

export const getPerson = defineRoute({
  ...person,
  id: 'getPerson',
  method: 'get',
  path: '/orgs/{organizationId}/people/{personId}',
  summary: 'One person',
  access: 'person:read',
  response: personSchema,
})

export const listOwned = defineRoute({
  ...person,
  id: 'listOwned',
  method: 'get',
  path: '/orgs/{organizationId}/people/{personId}/owned',
  summary: 'What a person answers for',
  access: 'person:read',
  query: { ...listQuery(['kind', 'title'], 'kind'), kind: z.enum(ownedKinds).optional() },
  response: listOf(ownedSchema),
})

export const createPerson = defineRoute({
  id: 'createPerson',
  method: 'post',
  path: '/orgs/{organizationId}/people',
  summary: 'Add a person; they need no account to own something',
  tag: 'People',
  access: 'person:write',
  status: 201,
  body: z.strictObject({
    name: personFields.name,
    email: personFields.email.default(null),
    jobTitle: personFields.jobTitle.default(''),
    unitId: z.uuid().nullable().default(null),
    managerId: z.uuid().nullable().default(null),
  }),
  response: personSchema,
})

export const updatePerson = defineRoute({
  ...person,
  id: 'updatePerson',
  method: 'patch',
  path: '/orgs/{organizationId}/people/{personId}',
  summary: 'Change a person, or which member they are',
  description: 'Saying which member a person is decides who may accept that person’s risks, so it needs member:manage.',
  access: 'person:write',
  ifMatch: true,
  body: z
    .strictObject({
      ...personFields,
      unitId: z.uuid().nullable(),
      managerId: z.uuid().nullable(),
      memberId: z.uuid().nullable(),
    })
    .partial(),
  response: personSchema,
})

export const deactivatePerson = defineRoute({
  ...person,
  id: 'deactivatePerson',
  method: 'post',
  path: '/orgs/{organizationId}/people/{personId}/deactivate',
  summary: 'A person left: whatever they answered for goes to a successor, in the same step',
  access: 'person:write',
  ifMatch: true,
  body: z.strictObject({ successorId: z.uuid().nullable().default(null), reason: decisionReason }),
  response: personSchema,
})

export const reactivatePerson = defineRoute({
  ...person,
  id: 'reactivatePerson',
  method: 'post',
  path: '/orgs/{organizationId}/people/{personId}/reactivate',
  summary: 'A person is back',
  access: 'person:write',
  ifMatch: true,
  response: personSchema,
})

export const importPeople = defineRoute({
  id: 'importPeople',
  method: 'post',
  path: '/orgs/{organizationId}/people/import',
  summary: 'Add the people of a table and bring those up to date whose e-mail is known: all rows or none',
  description:
    'CSV with the columns Name, E-mail, Job title, Unit (by name) and Manager (by e-mail). An empty cell changes nothing. With `dryRun` nothing is written.',
  tag: 'People',
  access: 'person:write',
  body: z.strictObject({
    csv: z.string().min(1, 'Choose a table.').max(1_000_000),
    dryRun: z.boolean().default(false),
  }),
  response: z.object({
    added: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    rows: z.number().int(),
    /** Where the table is wrong; then nothing was written. */
    problems: z.array(z.object({ row: z.number().int(), column: z.string(), message: z.string() })),
  }),
})
