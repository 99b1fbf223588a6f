import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from 'pino'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { lastLines, PASSWORD_FILE, prepareCluster, SUPERUSER } from './postgres-cluster.ts'
import { readPostmaster, stopLeftover } from './postgres-leftover.ts'
import { finishPostgresProgram, runPostgresProgram } from './postgres-program.ts'
import { type PostgresSettings, postgresSettings, settingArguments } from './postgres-settings.ts'
import { choosePostgresUser, type PostgresUser, reachableBinaries } from './postgres-user.ts'
import { giveToFolderOwner, keepSecret } from './private-file.ts'
import { probePort } from './probe-port.ts'
import { errorCode, StartError } from './start-error.ts'

/** The database inside the embedded server that Sinew uses. */
const DATABASE = 'sinew'

const LOG_FILE = 'postgres.log'
const LOG_LIMIT_BYTES = 5_000_000
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 30_000

export type EmbeddedPostgres = {
  /** Of the database, for its superuser. */
  readonly url: string
  /** Stops the server in order and waits until it is gone. */
  readonly stop: () => Promise<void>
  /** Ends the server at once; the next start recovers from the log. */
  readonly kill: () => void
  /** Resolves with a sentence when the server ends without having been asked to. */
  readonly crashed: Promise<string>
}

type Running = { readonly child: ChildProcess; readonly exited: Promise<void>; readonly port: number }
type Cluster = { readonly folder: string; readonly binaries: PostgresBinaries; readonly user: PostgresUser | null }

/**
 * Starts a real PostgreSQL on `<dataFolder>/postgres`, making it first when there is none. The caller holds the data
 * folder (see `holdDataFolder`): a server left behind by a killed process is stopped first.
 * @throws StartError with one line that says what to do
 */
export async function startEmbeddedPostgres(options: {
  readonly dataFolder: string
  readonly log: Logger
  /** Replaces single settings; tests turn fsync off. */
  readonly settings?: PostgresSettings
}): Promise<EmbeddedPostgres> {
  const { dataFolder, log } = options
  const folder = join(dataFolder, 'postgres')
  const stopped = await stopLeftover(folder)
  if (stopped > 0) log.info({ processes: stopped }, 'stopped a PostgreSQL that an earlier process left running')
  const user = choosePostgresUser(folder)
  const cluster = { folder, user, binaries: reachableBinaries(findPostgresBinaries(), user) }
  const password = await prepareCluster(dataFolder, cluster)
  const running = await startServer(cluster, dataFolder, options.settings ?? {})
  let stopping = false
  const stop = async () => {
    stopping = true
    await stopServer(running, cluster)
  }
  try {
    await ensureDatabase(addressOf(password, running.port, 'postgres'))
  } catch (error) {
    await stop()
    throw error
  }
  const crashed = running.exited.then(() =>
    stopping ? new Promise<string>(() => {}) : `PostgreSQL ended unexpectedly; see ${join(dataFolder, LOG_FILE)}`,
  )
  const kill = () => {
    stopping = true
    running.child.kill('SIGQUIT')
  }
  return { url: addressOf(password, running.port, DATABASE), stop, kill, crashed }
}

/** The address of the server that runs on this data folder now. @throws StartError when none does */
export function runningDatabaseUrl(dataFolder: string): string {
  const postmaster = readPostmaster(join(dataFolder, 'postgres'))
  if (postmaster === null) throw new StartError(`No PostgreSQL runs on ${dataFolder}`)
  return addressOf(keepSecret(dataFolder, PASSWORD_FILE), postmaster.port, DATABASE)
}

function addressOf(password: string, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
}

async function startServer(cluster: Cluster, dataFolder: string, extra: PostgresSettings): Promise<Running> {
  const logFile = openLog(dataFolder)
  try {
    for (let attempt = 1; ; attempt += 1) {
      const from = statSync(logFile.path).size
      const port = await probePort('127.0.0.1', 0)
      const settings = { ...postgresSettings(port), ...extra }
      const args = (path: string) => ['-D', path, ...settingArguments(settings)]
      const child = runPostgresProgram(cluster.binaries.postgres, args, {
        folder: cluster.folder,
        user: cluster.user,
        output: logFile.descriptor,
        // In a session of its own, so that Ctrl-C at the terminal reaches only Sinew, which stops things in order.
        detached: true,
      })
      const problem = await untilReady(child, cluster.folder)
      if (problem === null) return { child, port, exited: exitOf(child) }
      const said = `${readFileSync(logFile.path).subarray(from).toString('utf8')}\n${problem}`
      if (attempt >= 5 || !/address already in use|could not create any TCP|shared memory block/i.test(said))
        throw new StartError(`PostgreSQL does not start: ${lastLines(said)} (all of it in ${logFile.path})`)
      await sleep(200 * attempt)
    }
  } finally {
    closeSync(logFile.descriptor)
  }
}

/** @returns null when the server takes connections, else why it does not */
async function untilReady(child: ChildProcess, clusterFolder: string): Promise<string | null> {
  let ended: string | null = null
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended ??= `it ended with ${code === null ? signal : `exit code ${code}`}`
  })
  for (let waitedMs = 0; waitedMs < START_LIMIT_MS; waitedMs += 10) {
    if (ended !== null) return ended
    const postmaster = readPostmaster(clusterFolder)
    if (postmaster?.pid === child.pid && postmaster?.isReady) return null
    await sleep(10)
  }
  child.kill('SIGQUIT')
  return `it was not ready after ${START_LIMIT_MS / 1000} seconds`
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
}

async function stopServer({ child, exited }: Running, { folder, binaries, user }: Cluster): Promise<void> {
  if (process.platform === 'win32') {
    const args = (path: string) => ['stop', '-D', path, '-m', 'fast', '-w']
    await finishPostgresProgram(runPostgresProgram(binaries.pgCtl, args, { folder, user, output: 'pipe' }))
  } else child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT_MS)
  await exited
  clearTimeout(patience)
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

function openLog(dataFolder: string): { path: string; descriptor: number } {
  const path = join(dataFolder, LOG_FILE)
  try {
    if (statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  const descriptor = openSync(path, 'a', 0o600)
  giveToFolderOwner(path)
  return { path, descriptor }
}
