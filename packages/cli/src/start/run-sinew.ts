import { type Config, loadConfig } from '@sinew/server/config.ts'
import { openLog } from '@sinew/server/start/open-log.ts'
import { StartError } from '@sinew/server/start/start-error.ts'
import { type Sinew, startSinew } from '@sinew/server/start/start-sinew.ts'
import { CliError } from '../cli-error.ts'
import type { Terminal } from '../terminal.ts'
import { showSlowSteps } from './show-slow-steps.ts'

/**
 * A terminal sends Ctrl-C to every process in front of it, and npm and the start script pass it on as well: signals this
 * close together are one.
 */
const ONE_SIGNAL_MS = 1000

/** Starts Sinew and runs it until a signal, or until a part of it fails. */
export async function runSinew(options: { readonly terminal: Terminal; readonly isJson: boolean }): Promise<void> {
  const { terminal } = options
  const config = readSettings()
  const log = openLog(config.logLevel)
  const interruption = new AbortController()
  let sinew: Sinew | undefined
  const stopAsked = onStopSignal(
    () => {
      terminal.err('Stopping …\n')
      interruption.abort()
    },
    () => {
      terminal.err('Stopping at once.\n')
      sinew?.kill()
      process.exit(1)
    },
  )
  const steps = showSlowSteps(terminal)
  try {
    sinew = await startSinew(config, { log, onStep: steps.begin, signal: interruption.signal })
  } catch (error) {
    if (interruption.signal.aborted) return
    if (error instanceof StartError) throw new CliError(error.message, error.exitCode)
    throw error
  } finally {
    steps.end()
  }
  terminal.out(options.isJson ? `${JSON.stringify(describe(sinew, config))}\n` : welcome(sinew, config))

  const failure = await Promise.race([stopAsked.then(() => null), sinew.failed, unexpectedError(log)])
  await sinew.stop()
  if (failure !== null) throw new CliError(failure)
}

function readSettings(): Config {
  const loaded = loadConfig(process.env, process.cwd())
  if (loaded.ok) return loaded.config
  throw new CliError(loaded.problems.join('\n'), 2)
}

function describe(sinew: Sinew, config: Config) {
  const database = config.databaseUrl === null ? 'embedded' : 'external'
  return { address: sinew.address, dataFolder: config.dataFolder, database, pid: process.pid }
}

function welcome(sinew: Sinew, config: Config): string {
  const database =
    config.databaseUrl === null ? 'with its own PostgreSQL' : 'files only; the database is at DATABASE_URL'
  return [
    '',
    `  Sinew is ready:  ${sinew.address}`,
    `  Data folder:     ${config.dataFolder} (${database})`,
    '  To stop:         Ctrl-C',
    '',
    '',
  ].join('\n')
}

/** Resolves with the first signal; a later one, told apart from the first by time, forces. */
function onStopSignal(first: () => void, again: () => void): Promise<void> {
  let firstAt: number | undefined
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (firstAt === undefined) {
          firstAt = performance.now()
          first()
          resolve()
        } else if (performance.now() - firstAt > ONE_SIGNAL_MS) again()
      })
  })
}

/** A bug that no request answers for: the state is unknown then, so the process stops in order and says why. */
function unexpectedError(log: ReturnType<typeof openLog>): Promise<string> {
  return new Promise((resolve) => {
    for (const event of ['uncaughtException', 'unhandledRejection'] as const)
      process.on(event, (error: unknown) => {
        log.fatal(error, event)
        resolve(`Stopped by an unexpected error: ${error instanceof Error ? error.message : String(error)}`)
      })
  })
}
