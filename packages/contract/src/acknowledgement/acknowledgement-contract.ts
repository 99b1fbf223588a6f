import { campaignRegister } from '@sinew/core/acknowledgement/campaign-register.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { registerContract } from '../register/register-contract.ts'
import { defineRoute } from '../route.ts'

export const campaigns = registerContract(campaignRegister)

export const askedPersonSchema = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personNumber: z.number().int(),
  personName: z.string(),
  /** Whether the person is still active: who has left is not waited for. */
  active: z.boolean(),
  askedAt: z.iso.datetime(),
  acknowledgedAt: z.iso.datetime().nullable(),
  remindedAt: z.iso.datetime().nullable(),
  reminders: z.number().int(),
  state: z.enum(['read', 'waiting', 'late', 'left']),
})
export type AskedPerson = z.infer<typeof askedPersonSchema>

const tag = 'Acknowledgements'
const params = { acknowledgementCampaignId: z.uuid() }
const people = '/orgs/{organizationId}/campaigns/{acknowledgementCampaignId}/people'

export const listAskedPeople = defineRoute({
  id: 'listAskedPeople',
  method: 'get',
  path: people,
  summary: 'Everybody who was asked to read, and whether they have',
  tag,
  access: 'document:read',
  params,
  response: z.object({ items: z.array(askedPersonSchema) }),
})

export const exportAskedPeople = defineRoute({
  id: 'exportAskedPeople',
  method: 'get',
  path: `${people}/export`,
  summary: 'Who has read what, as a file',
  tag,
  access: 'document:read',
  params,
  query: { format: exportFormat },
  download: exportMediaTypes,
})

export const askPeople = defineRoute({
  id: 'askPeople',
  method: 'post',
  path: people,
  summary: 'Ask more people; who was asked already is not asked twice',
  tag,
  access: 'document:write',
  params,
  body: z.strictObject({ personIds: z.array(z.uuid()).min(1, 'Choose somebody.').max(5_000) }),
  response: z.object({ items: z.array(askedPersonSchema) }),
})

export const remindPeople = defineRoute({
  id: 'remindPeople',
  method: 'post',
  path: `${people}/remind`,
  summary: 'Write down that everybody who has not read it yet was reminded',
  tag,
  access: 'document:write',
  params,
  response: z.object({ items: z.array(askedPersonSchema) }),
})

export const readingSchema = z.object({
  requestId: z.uuid(),
  documentVersionId: z.uuid(),
  documentNumber: z.number().int(),
  title: z.string(),
  versionNumber: z.number().int(),
  message: z.string(),
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  isLate: z.boolean(),
  acknowledgedAt: z.iso.datetime().nullable(),
})
export type Reading = z.infer<typeof readingSchema>

export const listReading = defineRoute({
  id: 'listReading',
  method: 'get',
  path: '/orgs/{organizationId}/reading',
  summary: 'What the one who asks is to read, and what they have read',
  tag,
  access: 'document:read',
  response: z.object({
    /** Null where who is signed in is nobody in the list of people. */
    personName: z.string().nullable(),
    open: z.array(readingSchema),
    done: z.array(readingSchema),
  }),
})

export const acknowledgeReading = defineRoute({
  id: 'acknowledgeReading',
  method: 'post',
  path: '/orgs/{organizationId}/reading/{acknowledgementRequestId}/acknowledge',
  summary: 'Say that one has read the version and keeps to it; that stays',
  tag,
  access: 'acknowledgement:own',
  params: { acknowledgementRequestId: z.uuid() },
  status: 201,
  body: z.strictObject({
    /** The version that was on the screen. */
    documentVersionId: z.uuid(),
  }),
  response: readingSchema,
})
