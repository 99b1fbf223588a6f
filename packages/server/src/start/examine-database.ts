import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { listMigrations } from '../db/migrate.ts'
import { openPools } from '../db/pools.ts'
import { findIsolationHoles } from '../db/self-check.ts'
import { type FailedJob, listFailedJobs } from '../jobs/failed-jobs.ts'
import { checkDatabase } from './check-database.ts'
import { findHolder, holdDataFolder } from './data-folder.ts'
import { runningDatabaseUrl, startEmbeddedPostgres } from './embedded-postgres.ts'

/** What was found in the database; nothing in it is changed. */
export type DatabaseFindings = {
  readonly version: string
  /** Of this release, not yet applied. */
  readonly pendingMigrations: readonly string[]
  /** What would let one organisation see another; null when it cannot be told before the first start. */
  readonly isolationHoles: readonly string[] | null
  /** Jobs whose last attempt failed, the newest first. */
  readonly failedJobs: readonly FailedJob[]
}

/**
 * Looks into the database of an installation, whether it runs or not: an embedded server that is not running is started
 * for as long as the look takes.
 * @returns null when there is no database yet
 * @throws StartError when there is one that cannot be reached
 */
export async function examineDatabase(config: Config, log: Logger): Promise<DatabaseFindings | null> {
  if (config.databaseUrl !== null) {
    await checkDatabase(config.databaseUrl)
    return lookInto(config.databaseUrl, config)
  }
  if (!existsSync(join(config.dataFolder, 'postgres', 'PG_VERSION'))) return null
  if (findHolder(config.dataFolder) !== null) {
    const url = runningDatabaseUrl(config.dataFolder)
    await checkDatabase(url)
    return lookInto(url, config)
  }
  const held = holdDataFolder(config.dataFolder, 'sinew doctor', new Date())
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder: config.dataFolder, log })
    try {
      return await lookInto(postgres.url, config)
    } finally {
      await postgres.stop()
    }
  } finally {
    held.release()
  }
}

async function lookInto(url: string, config: Config): Promise<DatabaseFindings> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const version = String((await client.query('show server_version')).rows[0]?.server_version)
    const prepared =
      (await client.query("select to_regclass('migration') is not null as found")).rows[0]?.found === true
    const applied = prepared
      ? (await client.query('select name from migration')).rows.map(({ name }) => String(name))
      : []
    const pendingMigrations = (await listMigrations()).map(({ name }) => name).filter((name) => !applied.includes(name))
    const secret = readSecret(config)
    if (pendingMigrations.length > 0 || secret === null) {
      return { version, pendingMigrations, isolationHoles: null, failedJobs: [] }
    }
    const pools = openPools(url, secret)
    try {
      const isolationHoles = await findIsolationHoles(pools.app)
      return { version, pendingMigrations, isolationHoles, failedJobs: await listFailedJobs(pools.owner) }
    } finally {
      await pools.end()
    }
  } finally {
    await client.end()
  }
}

function readSecret(config: Config): string | null {
  const path = join(config.dataFolder, 'secret')
  if (config.secret !== null) return config.secret
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}
