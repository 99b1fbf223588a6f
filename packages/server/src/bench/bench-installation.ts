import { join } from 'node:path'
import { type Client, createClient } from '@sinew/contract/client.ts'
import pino from 'pino'
import { createApp } from '../app.ts'
import { openAuth } from '../auth/auth.ts'
import { migrate } from '../db/migrate.ts'
import { openPools } from '../db/pools.ts'
import { loadTimeTravelTables } from '../db/time-travel.ts'
import { openDiskFileStore } from '../file/file-store.ts'
import type { Services } from '../services.ts'
import { startEmbeddedPostgres } from '../start/embedded-postgres.ts'
import { keepSecret } from '../start/private-file.ts'

const publicUrl = 'http://127.0.0.1:8080'

export type BenchInstallation = {
  readonly services: Services
  /** Signed in as the owner of the seeded organisation; requests go through the whole app, in this process. */
  readonly client: Client
  /** The same owner at a past instant, as an example's story tells it. */
  readonly clientAt: (at: Date) => Client
  readonly userId: string
  /** The owner's session, for a browser. */
  readonly cookie: string
  readonly stop: () => Promise<void>
}

/** An installation as `sinew start` makes one, without listening: its own PostgreSQL, durable as in production. */
export async function openBenchInstallation(dataFolder: string): Promise<BenchInstallation> {
  const log = pino({ level: 'error' }, pino.destination(2))
  const postgres = await startEmbeddedPostgres({ dataFolder, log })
  const secret = keepSecret(dataFolder, 'secret')
  const pools = openPools(postgres.url, secret)
  await migrate(pools.owner, { secret, roles: pools.roles })
  const services: Services = {
    pools,
    timeTravelTables: await loadTimeTravelTables(pools.app),
    auth: openAuth({ pool: pools.auth, secret, publicUrl }),
    files: openDiskFileStore(join(dataFolder, 'files')),
    log,
    publicUrl,
    maxUploadBytes: 1_048_576,
    mail: { smtpUrl: null, from: 'sinew@localhost' },
    checkResponses: false,
    clock: () => new Date(),
  }
  const { userId, cookie } = await openSession(services)
  const app = createApp(services)
  const client = createClient({
    baseUrl: publicUrl,
    headers: { origin: publicUrl, cookie },
    fetch: async (request) => app.fetch(request),
  })
  const clientAt = (at: Date) =>
    createClient({
      baseUrl: publicUrl,
      headers: { origin: publicUrl },
      fetch: async (request) => app.fetch(request, { story: { memberUserId: userId, name: 'Bench', at } }),
    })
  const stop = async () => {
    await pools.end()
    await postgres.stop()
  }
  return { services, client, clientAt, userId, cookie, stop }
}

export const benchAccount = { email: 'bench@example.org', password: 'known to this bench alone' }

/** A session of the one account, which the first run on a folder makes. */
async function openSession({ auth }: Services): Promise<{ readonly userId: string; readonly cookie: string }> {
  const enter = () => auth.api.signInEmail({ body: benchAccount, returnHeaders: true })
  const result = await enter().catch(async () => {
    await auth.api.signUpEmail({ body: { name: 'Bench', ...benchAccount } })
    return enter()
  })
  const cookie = result.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { userId: result.response.user.id, cookie }
}
