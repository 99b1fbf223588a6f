import { Client } from 'pg'
import { errorCode, StartError } from './start-error.ts'

const OLDEST_MAJOR = 15

/**
 * Makes sure that DATABASE_URL can be used, before anything is written there.
 * @throws StartError with exit code 2: one line, without the password
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const result = await client.query('show server_version')
    const version = String(result.rows[0]?.server_version)
    if (Number.parseInt(version, 10) < OLDEST_MAJOR)
      throw new StartError(`DATABASE_URL names a PostgreSQL ${version}; expected ${OLDEST_MAJOR} or newer`, 2)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`DATABASE_URL cannot be used: ${whereOf(url)} ${reasonOf(error)}`, 2)
  } finally {
    await client.end().catch(() => {})
  }
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
