import { createHmac } from 'node:crypto'
import pg from 'pg'

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

/**
 * Three ways into one database. `owner` owns the tables and is used to migrate and by the job queue; `app` serves requests,
 * owns nothing and cannot bypass row-level security; `auth` reaches the sign-in tables and nothing else.
 */
export type Pools = {
  readonly owner: pg.Pool
  readonly app: pg.Pool
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

export function openPools(databaseUrl: string, secret: string, max = 10): Pools {
  const roles = roleNames(secret)
  const open = (role: string | null, size: number, options?: string) => {
    const url = new URL(databaseUrl)
    if (role !== null) {
      url.username = role
      url.password = rolePassword(secret, role)
    }
    const pool = new pg.Pool({ connectionString: url.toString(), max: size, options, idleTimeoutMillis: 30_000 })
    // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
    pool.on('error', () => {})
    pool.on('connect', (client) => void client.on('error', () => {}))
    return pool
  }
  const owner = open(null, 4)
  const app = open(roles.app, max)
  const auth = open(roles.auth, 4, '-c search_path=auth')
  return {
    owner,
    app,
    auth,
    roles,
    end: async () => {
      await Promise.all([owner.end(), app.end(), auth.end()])
    },
  }
}
