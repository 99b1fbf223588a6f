import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { giveToFolderOwner, readIfPresent, writePrivateFile } from './private-file.ts'
import { errorCode, StartError } from './start-error.ts'

/** Empty; the operating system's lock is on it. */
const LOCK_FILE = 'lock'
/** Says who holds the lock; only ever information, never the lock itself. */
const HOLDER_FILE = 'holder.json'

const SQLITE_BUSY = 5

const holderSchema = z.object({ pid: z.number(), since: z.string(), host: z.string(), address: z.string() })

/** Who uses the data folder: process id, ISO time it began, machine, and the address it serves. */
export type Holder = z.infer<typeof holderSchema>

export type HeldFolder = { readonly release: () => void }

/**
 * Takes the data folder for this process alone, making it when absent.
 *
 * The lock is the operating system's own (SQLite takes it, on every platform), so it ends with the process however
 * that ends: after `kill -9` there is no stale lock to judge, and a process id that was given out again means nothing.
 *
 * @param address what the holder serves, for the message to a second process
 * @throws StartError naming the holder, or why the folder cannot be used
 */
export function holdDataFolder(dataFolder: string, address: string, now: Date): HeldFolder {
  makeFolder(dataFolder)
  const lock = tryLock(dataFolder)
  if (lock === null) throw new StartError(refusal(dataFolder, readHolder(dataFolder)))
  const holder: Holder = { pid: process.pid, since: now.toISOString(), host: hostname(), address }
  writePrivateFile(join(dataFolder, HOLDER_FILE), `${JSON.stringify(holder)}\n`)
  return {
    release: () => {
      rmSync(join(dataFolder, HOLDER_FILE), { force: true })
      lock.close()
    },
  }
}

/** Who holds the data folder now: null for nobody, `unknown` when it has not yet said who it is. */
export function findHolder(dataFolder: string): Holder | 'unknown' | null {
  if (statSync(join(dataFolder, LOCK_FILE), { throwIfNoEntry: false }) === undefined) return null
  const lock = tryLock(dataFolder)
  if (lock === null) return readHolder(dataFolder) ?? 'unknown'
  lock.close()
  return null
}

/** Makes the data folder, private to its owner. @throws StartError with exit code 2 when it cannot be used */
function makeFolder(dataFolder: string): void {
  try {
    makeMissingFolders(dataFolder)
    if (!statSync(dataFolder).isDirectory()) throw new StartError('that is a file')
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reasons: Readonly<Record<string, string>> = {
      EACCES: 'this user may not write there',
      EPERM: 'this user may not write there',
      EROFS: 'that disk is read-only',
      ENOENT: 'no folder can be made there',
      EEXIST: 'that is a link to nothing',
      ENOTDIR: 'a part of that path is a file',
      ENOSPC: 'that disk is full',
    }
    const code = errorCode(error) ?? String(error)
    throw new StartError(
      `SINEW_DATA is ${dataFolder}: ${reasons[code] ?? code}; expected a folder that can be written`,
      2,
    )
  }
}

/** Node's own recursive mkdir never returns where a folder's parent exists but takes no folders, as in /proc. */
function makeMissingFolders(path: string): void {
  if (existsSync(path)) return
  makeMissingFolders(dirname(path))
  mkdirSync(path, { mode: 0o700 })
  giveToFolderOwner(path)
}

function tryLock(dataFolder: string): DatabaseSync | null {
  const path = join(dataFolder, LOCK_FILE)
  let database: DatabaseSync | null = null
  try {
    // Only SQLite may open this file: closing any other descriptor of it would let go of the lock.
    database = new DatabaseSync(path, { timeout: 0 })
    giveToFolderOwner(path)
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database?.close()
    if (isBusy(error)) return null
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(`Cannot lock ${path}: ${reason}`)
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY
}

function readHolder(dataFolder: string): Holder | null {
  const text = readIfPresent(join(dataFolder, HOLDER_FILE))
  try {
    return text === null ? null : holderSchema.parse(JSON.parse(text))
  } catch {
    // Written by a later version, perhaps; the lock itself does not depend on it.
    return null
  }
}

function refusal(dataFolder: string, holder: Holder | null): string {
  if (holder === null) return `Another Sinew is starting on ${dataFolder}`
  return `Sinew already runs on ${dataFolder}: process ${holder.pid} on ${holder.host} since ${holder.since}, at ${holder.address}`
}
