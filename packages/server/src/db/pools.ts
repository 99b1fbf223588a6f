import { createHmac } from 'node:crypto'
import pg from 'pg'

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

/**
 * Four ways into one database. `owner` owns the tables and is used to migrate and by the job queue; `app` serves requests,
 * owns nothing and cannot bypass row-level security; `jobs` is the same role for work that nobody waits for, which may take as
 * long as it needs and leaves the connections of requests alone; `auth` reaches the sign-in tables and nothing else.
 */
export type Pools = {
  readonly owner: pg.Pool
  readonly app: pg.Pool
  readonly jobs: pg.Pool
  readonly auth: pg.Pool
  readonly roles: RoleNames
  readonly end: () => Promise<void>
}

export type RoleNames = { readonly app: string; readonly auth: string }

/** Role names and passwords follow from the installation's secret, so two installations can share a database server. */
export function roleNames(secret: string): RoleNames {
  const tag = createHmac('sha256', secret).update('role names').digest('hex').slice(0, 8)
  return { app: `sinew_app_${tag}`, auth: `sinew_auth_${tag}` }
}

export function rolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`password of ${role}`).digest('base64url')
}

export type PoolOptions = {
  /** After this a statement of a request is stopped, so that a page nobody waits for any more does not hold up the others. */
  readonly statementTimeoutMs?: number
}

export const defaultStatementTimeoutMs = 30_000

export function openPools(databaseUrl: string, secret: string, options: PoolOptions = {}): Pools {
  const roles = roleNames(secret)
  const timeout = `-c statement_timeout=${options.statementTimeoutMs ?? defaultStatementTimeoutMs}`
  // A page of the past holds the rows of a table at an instant while it sorts them; PostgreSQL's own 4 MB would write them to disk.
  const room = '-c work_mem=32MB'
  const open = (role: string | null, size: number, settings: readonly string[] = []) => {
    const url = new URL(databaseUrl)
    if (role !== null) {
      url.username = role
      url.password = rolePassword(secret, role)
    }
    const pool = new pg.Pool({
      connectionString: url.toString(),
      max: size,
      options: settings.length === 0 ? undefined : settings.join(' '),
      idleTimeoutMillis: 30_000,
    })
    // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
    pool.on('error', () => {})
    pool.on('connect', (client) => void client.on('error', () => {}))
    return pool
  }
  const owner = open(null, 4)
  const app = open(roles.app, 10, [timeout, room])
  const jobs = open(roles.app, 4, [room])
  const auth = open(roles.auth, 4, [timeout, '-c search_path=auth'])
  return {
    owner,
    app,
    jobs,
    auth,
    roles,
    end: async () => {
      await Promise.all([owner.end(), app.end(), jobs.end(), auth.end()])
    },
  }
}
