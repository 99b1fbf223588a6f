import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../start/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a PostgreSQL that lives as long as the test run, for its superuser: workers make their own databases in it. */
    postgresUrl: string
  }
}

/** Starts one PostgreSQL in a temporary folder for all workers; `inject('postgresUrl')` is its address. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'sinew-test-'))
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }
  const postgres = await startEmbeddedPostgres({ dataFolder, log: pino({ level: 'warn' }), settings })
  // Where the test run is interrupted, no teardown follows.
  process.once('exit', postgres.kill)
  project.provide('postgresUrl', postgres.url)
  return async () => {
    process.off('exit', postgres.kill)
    await postgres.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
