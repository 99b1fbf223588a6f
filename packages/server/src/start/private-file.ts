import { randomBytes } from 'node:crypto'
import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { errorCode, StartError } from './start-error.ts'

/**
 * Gives what root writes in a person's data folder to that person, so that a later start without root can read it.
 * Does nothing for anybody but root.
 */
export function giveToFolderOwner(path: string): void {
  if (process.getuid?.() !== 0) return
  const owner = statSync(dirname(path))
  chownSync(path, owner.uid, owner.gid)
}

/** Writes a file that only its owner reads (0600), whole or not at all. */
export function writePrivateFile(path: string, content: string): void {
  const unfinished = `${path}.${process.pid}.new`
  writeFileSync(unfinished, content, { mode: 0o600, flush: true })
  giveToFolderOwner(unfinished)
  renameSync(unfinished, path)
}

/** A random secret of 256 bits in hexadecimal that is made once and kept in the data folder, readable by its owner. */
export function keepSecret(dataFolder: string, name: string): string {
  const path = join(dataFolder, name)
  const kept = readIfPresent(path)?.trim()
  if (kept) return kept
  const secret = randomBytes(32).toString('hex')
  writePrivateFile(path, `${secret}\n`)
  return secret
}

/** The file's text, or null when there is none. */
export function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    if (errorCode(error) === 'EACCES') throw new StartError(`${path} is not readable by this user`)
    throw error
  }
}
