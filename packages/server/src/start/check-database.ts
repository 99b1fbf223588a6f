import { Client } from 'pg'
import { errorCode, StartError } from './start-error.ts'

const OLDEST_MAJOR = 15

/**
 * Makes sure that DATABASE_URL can be used, before anything is written there.
 * @throws StartError with exit code 2: one line, without the password
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // Said by the queries themselves as well; without a listener a lost connection would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    const version = String((await client.query('show server_version')).rows[0]?.server_version)
    if (Number.parseInt(version, 10) < OLDEST_MAJOR)
      throw new StartError(`DATABASE_URL names a PostgreSQL ${version}; expected ${OLDEST_MAJOR} or newer`, 2)
    const missing = await missingRights(client)
    if (missing.length > 0)
      throw new StartError(
        `DATABASE_URL names a role that lacks rights; as an administrator run: ${missing.join('; ')}`,
        2,
      )
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`DATABASE_URL cannot be used: ${whereOf(url)} ${reasonOf(error)}`, 2)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Sinew makes its tables and the two lesser roles that it serves with. @returns the statements that would allow it to */
async function missingRights(client: Client): Promise<readonly string[]> {
  const result = await client.query(
    `select quote_ident(current_user) as role, quote_ident(current_database()) as database,
            rolsuper or rolcreaterole as may_create_roles,
            has_database_privilege(current_database(), 'CREATE') as may_create
     from pg_roles where rolname = current_user`,
  )
  const { role, database, may_create_roles, may_create } = result.rows[0]
  return [
    ...(may_create_roles ? [] : [`alter role ${role} createrole`]),
    ...(may_create ? [] : [`grant create on database ${database} to ${role}`]),
  ]
}

function whereOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function reasonOf(error: unknown): string {
  const code = errorCode(error)
  if (code === 'ECONNREFUSED') return 'refuses the connection; is PostgreSQL running there?'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'is a host name that is not known'
  return `says: ${error instanceof Error ? error.message : String(error)}`
}
