import { betterAuth } from 'better-auth'
import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import { addressHeader } from '../http/address-header.ts'

export type Auth = ReturnType<typeof openAuth>

/**
 * Passwords and sessions. Its own routes are not mounted: ours call it, so that every way in is declared, limited and in
 * the authorisation matrix. Rate limits are ours for the same reason.
 */
export function openAuth(options: { readonly pool: pg.Pool; readonly secret: string; readonly publicUrl: string }) {
  return betterAuth({
    database: options.pool,
    secret: options.secret,
    baseURL: options.publicUrl,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200, autoSignIn: true },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24, cookieCache: { enabled: false } },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'sinew',
      ipAddress: { ipAddressHeaders: [addressHeader] },
      useSecureCookies: options.publicUrl.startsWith('https://'),
      database: { generateId: () => uuid() },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
  })
}
