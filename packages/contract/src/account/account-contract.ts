import { roles } from '@sinew/core/access/permissions.ts'
import { z } from 'zod'
import { defineRoute } from '../route.ts'

const email = z
  .email('That is not an e-mail address.')
  .max(200)
  .transform((text) => text.toLowerCase())
const newPassword = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(200, 'A password has at most 200 characters.')
const personName = z.string().trim().min(1, 'Say your name.').max(200)

export const sessionSchema = z.object({
  /** True until the first owner exists. */
  setUpNeeded: z.boolean(),
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  organizations: z.array(
    z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      role: z.enum(roles),
      isExample: z.boolean(),
      currency: z.string(),
      /** The last day of access, and whether it is over. */
      accessUntil: z.iso.date().nullable(),
      hasEnded: z.boolean(),
      readFrom: z.iso.date().nullable(),
      readUntil: z.iso.date().nullable(),
      areas: z.array(z.string()),
    }),
  ),
})
export type Session = z.infer<typeof sessionSchema>

export const getSession = defineRoute({
  id: 'getSession',
  method: 'get',
  path: '/session',
  summary: 'Who is signed in, and which organisations they belong to',
  tag: 'Account',
  access: 'public',
  response: sessionSchema,
})

export const setUp = defineRoute({
  id: 'setUp',
  method: 'post',
  path: '/set-up',
  summary: 'Create the first account of a new installation, and sign in',
  tag: 'Account',
  access: 'public',
  body: z.strictObject({ name: personName, email, password: newPassword }),
  response: sessionSchema,
})

export const signIn = defineRoute({
  id: 'signIn',
  method: 'post',
  path: '/sign-in',
  summary: 'Sign in with e-mail and password',
  tag: 'Account',
  access: 'public',
  body: z.strictObject({ email, password: z.string().min(1, 'Type your password.').max(200) }),
  response: sessionSchema,
})

export const signOut = defineRoute({
  id: 'signOut',
  method: 'post',
  path: '/sign-out',
  summary: 'End this session',
  tag: 'Account',
  access: 'session',
})

export const changePassword = defineRoute({
  id: 'changePassword',
  method: 'post',
  path: '/account/password',
  summary: 'Change the password; every other session ends',
  tag: 'Account',
  access: 'session',
  body: z.strictObject({ currentPassword: z.string().min(1).max(200), newPassword }),
})

export const readInvitation = defineRoute({
  id: 'readInvitation',
  method: 'get',
  path: '/invitations/{token}',
  summary: 'What an invitation link invites to',
  tag: 'Account',
  access: 'public',
  params: { token: z.string().min(1).max(200) },
  response: z.object({
    organizationName: z.string(),
    email: z.string(),
    role: z.enum(roles),
    /** True when the invited address already has an account here and only has to sign in. */
    hasAccount: z.boolean(),
    expiresAt: z.iso.datetime(),
  }),
})

export const acceptInvitation = defineRoute({
  id: 'acceptInvitation',
  method: 'post',
  path: '/invitations/{token}/accept',
  summary: 'Join the organisation: signed in as the invited address, or with a new account',
  tag: 'Account',
  access: 'public',
  params: { token: z.string().min(1).max(200) },
  body: z.strictObject({ name: personName.optional(), password: newPassword.optional() }),
  response: sessionSchema,
})

export const sessionDeviceSchema = z.object({
  id: z.string(),
  /** The session this very request came with. */
  isCurrent: z.boolean(),
  /** What the browser said it was, and the address it connected from; empty when unknown. */
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type SessionDevice = z.infer<typeof sessionDeviceSchema>

export const listSessions = defineRoute({
  id: 'listSessions',
  method: 'get',
  path: '/account/sessions',
  summary: 'Where one is signed in',
  tag: 'Account',
  access: 'session',
  response: z.object({ items: z.array(sessionDeviceSchema) }),
})

export const endSession = defineRoute({
  id: 'endSession',
  method: 'delete',
  path: '/account/sessions/{sessionId}',
  summary: 'Sign out somewhere else',
  tag: 'Account',
  access: 'session',
  params: { sessionId: z.string().min(1).max(100) },
})

export const endOtherSessions = defineRoute({
  id: 'endOtherSessions',
  method: 'post',
  path: '/account/end-other-sessions',
  summary: 'Sign out everywhere but here',
  tag: 'Account',
  access: 'session',
  response: z.object({ ended: z.number().int() }),
})
