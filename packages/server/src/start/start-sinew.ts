import { join } from 'node:path'
import type { Logger } from 'pino'
import { createApp } from '../app.ts'
import { openAuth } from '../auth/auth.ts'
import { type Config, publicAddress } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { openPools, type Pools } from '../db/pools.ts'
import { findIsolationHoles } from '../db/self-check.ts'
import { loadTimeTravelTables } from '../db/time-travel.ts'
import { openDiskFileStore } from '../file/file-store.ts'
import { startWorker } from '../jobs/start-worker.ts'
import type { Services } from '../services.ts'
import { listTasks } from '../tasks.ts'
import { checkDatabase } from './check-database.ts'
import { holdDataFolder } from './data-folder.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { listen, reservePort } from './http-server.ts'
import { keepSecret } from './private-file.ts'
import { StartError } from './start-error.ts'

export type Sinew = {
  /** Where people reach it. */
  readonly address: string
  /** Stops everything in the opposite order of starting, and waits for it. Calling it again changes nothing. */
  readonly stop: () => Promise<void>
  /** Ends the embedded database at once, for when waiting is not wanted; the next start recovers. */
  readonly kill: () => void
  /** Resolves with a sentence when a part ends that should run: there is nothing to do then but stop. */
  readonly failed: Promise<string>
}

export type StartOptions = {
  readonly log: Logger
  /** Told each step as it begins. */
  readonly onStep?: (label: string) => void
  /** Gives up between two steps, undoing what was done. */
  readonly signal?: AbortSignal
}

type Undo = () => void | Promise<void>

/**
 * Everything from settings to a process that serves: the data folder, the database, its schema, the check that
 * organisations are kept apart, the web server and the job worker.
 * @throws StartError with one line; whatever had been started is stopped again
 */
export async function startSinew(config: Config, options: StartOptions): Promise<Sinew> {
  const undo: Undo[] = []
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= undoAll(undo)
    return stopped
  }
  try {
    const running = await startParts(config, options, undo)
    return { ...running, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(config: Config, options: StartOptions, undo: Undo[]): Promise<Omit<Sinew, 'stop'>> {
  const { log } = options
  const step = (label: string) => {
    options.signal?.throwIfAborted()
    options.onStep?.(label)
  }
  const port = config.port === 0 ? await reservePort(config, 0) : config.port
  const address = publicAddress(config, port)

  const held = holdDataFolder(config.dataFolder, address, new Date())
  undo.push(held.release)
  await reservePort(config, port)
  const secret = config.secret ?? keepSecret(config.dataFolder, 'secret')

  step(config.databaseUrl === null ? 'Starting PostgreSQL' : 'Connecting to PostgreSQL')
  const postgres = await openDatabase(config, log)
  if (postgres.embedded !== null) undo.push(postgres.embedded.stop)

  const pools = openPools(postgres.url, secret)
  undo.push(pools.end)
  step('Preparing the database')
  await prepare(pools, secret, options.onStep)

  step('Starting the web server')
  const services: Services = {
    pools,
    timeTravelTables: await loadTimeTravelTables(pools.app),
    auth: openAuth({ pool: pools.auth, secret, publicUrl: address }),
    files: openDiskFileStore(join(config.dataFolder, 'files')),
    log,
    publicUrl: address,
    maxUploadBytes: config.maxUploadBytes,
    mail: { smtpUrl: config.smtpUrl, from: config.mailFrom },
    checkResponses: false,
    clock: () => new Date(),
  }
  const worker = await startWorker(services, listTasks(services))
  undo.push(worker.stop)
  const server = await listen(createApp(services), config, port)
  undo.push(server.stop)

  const workerFailed = worker.ended.then(
    () => new Promise<string>(() => {}),
    (error: Error) => `The job worker ended: ${error.message}`,
  )
  const failed = Promise.race([workerFailed, ...(postgres.embedded === null ? [] : [postgres.embedded.crashed])])
  return { address, failed, kill: () => postgres.embedded?.kill() }
}

async function openDatabase(
  config: Config,
  log: Logger,
): Promise<{ readonly url: string; readonly embedded: EmbeddedPostgres | null }> {
  if (config.databaseUrl !== null) {
    await checkDatabase(config.databaseUrl)
    return { url: config.databaseUrl, embedded: null }
  }
  const embedded = await startEmbeddedPostgres({ dataFolder: config.dataFolder, log })
  return { url: embedded.url, embedded }
}

async function prepare(pools: Pools, secret: string, onStep: StartOptions['onStep']): Promise<void> {
  try {
    await migrate(pools.owner, { secret, roles: pools.roles, progress: (name) => onStep?.(`Migrating: ${name}`) })
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error))
  }
  const holes = await findIsolationHoles(pools.app)
  if (holes.length > 0)
    throw new StartError(`Refusing to serve, because organisations are not kept apart: ${holes.join(' ')}`)
}

/** Runs all of them, last first, even when one fails; then throws the first failure. */
async function undoAll(undo: readonly Undo[]): Promise<void> {
  const failures: unknown[] = []
  for (const one of undo.toReversed()) {
    try {
      await one()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
