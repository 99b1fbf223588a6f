import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { binariesIn, type PostgresBinaries } from './postgres-binaries.ts'
import { errorCode, StartError } from './start-error.ts'

export type PostgresUser = { readonly uid: number; readonly gid: number }

/** Where root keeps programs that its unprivileged user cannot reach in place. */
const PROGRAM_CACHE = '/var/cache/sinew'

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the owner of the database's folder, else the owner of
 * the data folder, else an existing unprivileged account; no account is created.
 * @returns null when the current user runs it itself
 * @throws StartError when root finds no such account
 */
export function choosePostgresUser(clusterFolder: string): PostgresUser | null {
  if (process.getuid?.() !== 0) return null
  for (const folder of [clusterFolder, dirname(clusterFolder)]) {
    const owner = existsSync(folder) ? statSync(folder) : null
    if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  const accounts = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : ''
  const user = findUnprivilegedAccount(accounts)
  if (user === null)
    throw new StartError(
      'PostgreSQL does not run as root and this machine has no account named sinew, postgres or nobody: start as another user, or give the data folder to one with chown',
    )
  return user
}

/** The first of the accounts sinew, postgres and nobody in the text of an /etc/passwd file. */
export function findUnprivilegedAccount(passwd: string): PostgresUser | null {
  const rows = passwd.split('\n').map((line) => line.split(':'))
  for (const name of ['sinew', 'postgres', 'nobody']) {
    const row = rows.find((fields) => fields[0] === name)
    const uid = Number(row?.[2])
    const gid = Number(row?.[3])
    // macOS writes nobody as -2, which is 4294967294 to the system calls.
    if (row && Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0) return { uid: uid >>> 0, gid: gid >>> 0 }
  }
  return null
}

/**
 * The same programs at a place the given user can run them: root's own folders (a checkout in /root) are closed to
 * everybody else, so there the programs are copied once to a system cache folder.
 */
export function reachableBinaries(binaries: PostgresBinaries, user: PostgresUser | null): PostgresBinaries {
  if (user === null || canRun(binaries.postgres, user)) return binaries
  const copy = binariesIn(join(PROGRAM_CACHE, `postgres-${binaries.version}`), binaries.version)
  try {
    if (!existsSync(copy.folder)) {
      const unfinished = `${copy.folder}.${process.pid}`
      mkdirSync(PROGRAM_CACHE, { recursive: true, mode: 0o755 })
      rmSync(unfinished, { recursive: true, force: true })
      cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true })
      renameSync(unfinished, copy.folder)
    }
  } catch (error) {
    throw new StartError(
      `Cannot copy the PostgreSQL programs to ${PROGRAM_CACHE} (${errorCode(error)}), and ${hint(binaries, user)}`,
    )
  }
  if (canRun(copy.postgres, user)) return copy
  throw new StartError(hint(binaries, user))
}

function hint(binaries: PostgresBinaries, user: PostgresUser): string {
  return `user ${user.uid} cannot run ${binaries.postgres}: move Sinew to a folder everybody may enter, such as /opt/sinew, or start as another user`
}

function canRun(program: string, user: PostgresUser): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
