import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@sinew/contract/client.ts'
import { createOrganization, type Organization } from '@sinew/contract/organization/organization-contract.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import pino from 'pino'
import { type App, createApp } from '../app.ts'
import { openAuth } from '../auth/auth.ts'
import { newId } from '../db/identity.ts'
import { loadTimeTravelTables } from '../db/time-travel.ts'
import { openDiskFileStore } from '../file/file-store.ts'
import type { Services } from '../services.ts'
import { afterFile } from './after-file.ts'
import { openTestDatabase } from './test-database.ts'

export const testUrl = 'http://127.0.0.1:8080'

export type TestOrganization = {
  readonly organization: Organization
  readonly organizationId: string
  /** The owner's client. */
  readonly client: Client
  /** A new member of that role, with a client of their own. */
  readonly clientAs: (role: Role) => Promise<Client>
  /** The owner's user, and session cookies for tests that speak HTTP themselves. */
  readonly userId: string
  readonly cookie: string
  readonly cookieAs: (role: Role) => Promise<string>
}

export type TestServer = {
  readonly app: App
  readonly services: Services
  readonly anonymous: Client
  /** Sets the clock that requests see; the database keeps its own. */
  readonly setNow: (now: Date | null) => void
  readonly createOrganization: (name?: string) => Promise<TestOrganization>
  /** Where the file store keeps the bytes of this hash. */
  readonly pathOfFile: (sha256: string) => string
  /** A new member of an organisation that was founded without a request, with a client of their own. */
  readonly clientOf: (organizationId: string, role?: Role) => Promise<Client>
}

/** The app in process on a database of its own, torn down after the file. */
export async function startTestServer(): Promise<TestServer> {
  const database = await openTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'sinew-test-'))
  let fixedNow: Date | null = null
  const log = pino({ level: process.env.SINEW_TEST_LOG ?? 'silent' })
  const services: Services = {
    pools: database.pools,
    timeTravelTables: await loadTimeTravelTables(database.pools.app),
    auth: openAuth({ pool: database.pools.auth, secret: 'a secret for tests only, thirty-two', publicUrl: testUrl }),
    files: openDiskFileStore(join(folder, 'files')),
    log,
    publicUrl: testUrl,
    maxUploadBytes: 5 * 1_048_576,
    mail: { smtpUrl: null, from: 'sinew@example.org' },
    checkResponses: true,
    clock: () => fixedNow ?? new Date(),
  }
  const app = createApp(services)
  afterFile(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })
  const clientWith = (headers: Record<string, string>) =>
    createClient({
      baseUrl: testUrl,
      headers: { origin: testUrl, ...headers },
      fetch: async (request) => app.fetch(request),
    })
  return {
    app,
    services,
    anonymous: clientWith({}),
    setNow: (now) => {
      fixedNow = now
    },
    pathOfFile: (sha256) => join(folder, 'files', sha256.slice(0, 2), sha256),
    clientOf: async (organizationId, role = 'owner') => {
      const user = await createUser(services, `Someone ${role}`)
      await addMember(services, organizationId, user, role)
      return clientWith({ cookie: user.cookie })
    },
    createOrganization: async (name = 'Test organisation') => {
      const owner = await createUser(services, 'Olga Owner')
      const client = clientWith({ cookie: owner.cookie })
      const organization = await client.call(createOrganization, {
        body: { name, sector: 'information_saas', headcount: 50, yearlyRevenueMinor: 500_000_000, currency: 'EUR' },
      })
      const cookieAs = async (role: Role) => {
        const user = await createUser(services, `Someone ${role}`)
        await addMember(services, organization.id, user, role)
        return user.cookie
      }
      return {
        organization,
        organizationId: organization.id,
        client,
        clientAs: async (role) => clientWith({ cookie: await cookieAs(role) }),
        userId: owner.id,
        cookie: owner.cookie,
        cookieAs,
      }
    },
  }
}

type TestUser = { readonly id: string; readonly name: string; readonly email: string; readonly cookie: string }

async function createUser(services: Services, name: string): Promise<TestUser> {
  const email = `user-${randomBytes(6).toString('hex')}@example.org`
  const result = await services.auth.api.signUpEmail({
    body: { name, email, password: 'correct horse battery' },
    returnHeaders: true,
  })
  const cookie = result.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { id: result.response.user.id, name, email, cookie }
}

async function addMember(services: Services, organizationId: string, user: TestUser, role: Role): Promise<void> {
  const client = await services.pools.app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true),
        set_config('app.actor_id', 'test', true), set_config('app.actor_name', 'Test', true), set_config('app.request_id', $2, true)`,
      [organizationId, newId()],
    )
    await client.query(
      'insert into member (organization_id, id, user_id, role, name, email) values ($1, $2, $3, $4, $5, $6)',
      [organizationId, newId(), user.id, role, user.name, user.email],
    )
    await client.query(
      "insert into person (organization_id, id, number, name, email, user_id) values ($1, $2, next_reference('person'), $3, $4, $5)",
      [organizationId, newId(), user.name, user.email, user.id],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}
