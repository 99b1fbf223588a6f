import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, StartError } from './start-error.ts'

/** What a running server says of itself in `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly isReady: boolean }

/** Reads `postmaster.pid`; null when there is none or it is not yet complete. */
export function readPostmaster(clusterFolder: string): Postmaster | null {
  const path = join(clusterFolder, 'postmaster.pid')
  if (!existsSync(path)) return null
  const lines = readFileSync(path, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  return pid > 0 && port > 0 ? { pid, port, isReady: lines[7]?.trim() === 'ready' } : null
}

/**
 * Stops what a killed Sinew left behind on this cluster: a server that still runs, or backends that outlived their
 * server. The caller holds the data folder, so nothing here belongs to a living Sinew. Then removes a `postmaster.pid`
 * whose process is gone, because PostgreSQL would refuse to start if that number meanwhile names another process.
 *
 * @returns how many processes were stopped
 */
export async function stopLeftover(clusterFolder: string): Promise<number> {
  // On Windows PostgreSQL's own check of postmaster.pid is what there is.
  if (process.platform === 'win32' || !existsSync(clusterFolder)) return 0
  const found = processesIn(clusterFolder)
  const rounds = [
    { signal: 'SIGINT', waitMs: 20_000 },
    { signal: 'SIGQUIT', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ] as const
  for (const { signal, waitMs } of rounds) {
    // Only the server itself is told to stop in order; its children follow it.
    const server = readPostmaster(clusterFolder)?.pid
    const running = processesIn(clusterFolder)
    const told = server !== undefined && running.includes(server) ? [server] : running
    for (const pid of told) sendSignal(pid, signal)
    if (await goneWithin(clusterFolder, waitMs)) break
  }
  const left = processesIn(clusterFolder)
  if (left.length > 0)
    throw new StartError(`PostgreSQL from an earlier start does not stop: process ${left.join(', ')}`)
  rmSync(join(clusterFolder, 'postmaster.pid'), { force: true })
  return found.length
}

/** Every PostgreSQL process works in its cluster's folder, and Linux says where a process works. */
function processesIn(clusterFolder: string): readonly number[] {
  if (process.platform !== 'linux') return serverByName(clusterFolder)
  const folder = realpathSync(clusterFolder)
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => linkTarget(`/proc/${pid}/cwd`) === folder && isPostgres(pid)).map(Number)
}

/** Where the system does not say so: the process that `postmaster.pid` names, if that is a PostgreSQL at all. */
export function serverByName(clusterFolder: string): readonly number[] {
  const server = readPostmaster(clusterFolder)
  if (server === null) return []
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(server.pid)], { encoding: 'utf8' })
  return /\bpostgres\b/.test(stdout ?? '') ? [server.pid] : []
}

function isPostgres(pid: string): boolean {
  return (linkTarget(`/proc/${pid}/exe`) ?? '').replace(/ \(deleted\)$/, '').endsWith('/postgres')
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    // The process ended meanwhile, or belongs to somebody else.
    return null
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

async function goneWithin(clusterFolder: string, waitMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < waitMs; waitedMs += 20) {
    if (processesIn(clusterFolder).length === 0) return true
    await sleep(20)
  }
  return false
}
