import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { finishPostgresProgram, runPostgresProgram } from './postgres-program.ts'
import type { PostgresUser } from './postgres-user.ts'
import { keepSecret, readIfPresent } from './private-file.ts'
import { StartError } from './start-error.ts'

/** The superuser of the embedded server; the application itself connects with a lesser role. */
export const SUPERUSER = 'postgres'

/** The superuser's password, beside the database's folder. */
export const PASSWORD_FILE = 'postgres-password'

type Cluster = { readonly folder: string; readonly binaries: PostgresBinaries; readonly user: PostgresUser | null }

/**
 * Makes the database files where there are none: UTF-8, text sorted by Unicode's own rules whatever the machine's
 * language, checksums on every page. A start that is killed half-way leaves nothing that looks finished.
 * @returns the superuser's password, kept in the data folder
 */
export async function prepareCluster(dataFolder: string, cluster: Cluster): Promise<string> {
  const known = readIfPresent(join(dataFolder, PASSWORD_FILE)) !== null
  const password = keepSecret(dataFolder, PASSWORD_FILE)
  if (!existsSync(join(cluster.folder, 'PG_VERSION'))) await createCluster(password, cluster)
  else {
    checkMajorVersion(cluster)
    if (!known) await resetPassword(password, cluster)
  }
  return password
}

async function createCluster(password: string, { folder, binaries, user }: Cluster): Promise<void> {
  if (existsSync(folder)) throw new StartError(`${folder} exists but holds no PostgreSQL database: move it away`)
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  // Root's own temporary folder may be closed to the account that runs initdb; /tmp is open to all.
  const passwordFolder = mkdtempSync(join(user === null ? tmpdir() : '/tmp', 'sinew-'))
  const passwordFile = join(passwordFolder, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user !== null) for (const path of [unfinished, passwordFolder, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    const args = (path: string) => [
      `--pgdata=${path}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--data-checksums',
      '--no-instructions',
    ]
    await finish(runPostgresProgram(binaries.initdb, args, { folder: unfinished, user, output: 'pipe' }), 'initdb')
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true })
  }
  chmodSync(unfinished, 0o700)
  renameSync(unfinished, folder)
}

/** When the password file was lost: the owner of the files may set a new one, with no server running. */
async function resetPassword(password: string, { folder, binaries, user }: Cluster): Promise<void> {
  const args = (path: string) => ['--single', '-D', path, 'postgres']
  const child = runPostgresProgram(binaries.postgres, args, { folder, user, output: 'pipe', input: 'pipe' })
  child.stdin?.end(`ALTER ROLE ${SUPERUSER} PASSWORD '${password}';\n`)
  await finish(child, 'postgres --single')
}

function checkMajorVersion({ folder, binaries }: Cluster): void {
  const kept = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  const shipped = binaries.version.split('.')[0]
  if (kept !== shipped)
    throw new StartError(
      `${folder} was written by PostgreSQL ${kept}, and this Sinew brings PostgreSQL ${shipped}: export with the older Sinew, then import, or use pg_upgrade`,
    )
}

async function finish(child: ReturnType<typeof runPostgresProgram>, name: string): Promise<void> {
  const { code, output } = await finishPostgresProgram(child).catch((error: Error) => ({
    code: -1,
    output: error.message,
  }))
  if (code !== 0) throw new StartError(`${name} failed: ${lastLines(output)}`)
}

/** The end of a program's output on one line. */
export function lastLines(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  return (
    lines
      .filter((line) => line !== '')
      .slice(-3)
      .join(' | ') || 'it said nothing'
  )
}
