import { z } from 'zod'
import { defineRoute, listOf } from '../route.ts'

export const mailStates = ['waiting', 'sent', 'failed', 'held'] as const

export const outboxMailSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['reminder', 'digest', 'mention', 'test']),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  state: z.enum(mailStates),
  tries: z.number().int(),
  error: z.string(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
})
export type OutboxMail = z.infer<typeof outboxMailSchema>

export const listMail = defineRoute({
  id: 'listMail',
  method: 'get',
  path: '/orgs/{organizationId}/mail',
  summary: 'The outbox, newest first: what was sent, what waits, what is held',
  tag: 'Mail',
  access: 'organization:write',
  query: {
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
    state: z.enum(mailStates).optional(),
  },
  response: listOf(outboxMailSchema).extend({
    /** Whether mail goes out at all: a mail server is set, and the company is no example. */
    isSent: z.boolean(),
    isExample: z.boolean(),
    from: z.string(),
  }),
  timeTravel: false,
})

export const sendTestMail = defineRoute({
  id: 'sendTestMail',
  method: 'post',
  path: '/orgs/{organizationId}/mail/test',
  summary: 'A mail to oneself, to see whether it arrives',
  tag: 'Mail',
  access: 'organization:write',
  response: z.object({ recipient: z.string() }),
})

const preference = z.object({ reminders: z.boolean(), digest: z.enum(['daily', 'weekly', 'never']) })
const mine = { tag: 'Mail', path: '/orgs/{organizationId}/mail-preference', access: 'work:own' } as const

export const getMailPreference = defineRoute({
  ...mine,
  id: 'getMailPreference',
  method: 'get',
  summary: 'What mail one gets',
  /** `email` is where it goes; null when one is nobody among the people, or has no address there. */
  response: preference.extend({ email: z.string().nullable() }),
  timeTravel: false,
})

export const setMailPreference = defineRoute({
  ...mine,
  id: 'setMailPreference',
  method: 'put',
  summary: 'Choose what mail one gets',
  body: z.strictObject(preference.shape),
  response: preference,
})
