import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { PostgresUser } from './postgres-user.ts'

/** A file descriptor for standard output and errors, or `pipe`. */
export type Output = number | 'pipe'

/**
 * Runs one of the PostgreSQL programs on a cluster's folder.
 *
 * As root on Linux the folder is handed over as an open descriptor and named `/proc/self/fd/3`: the unprivileged user
 * owns the folder but may not be able to enter the folders above it (a checkout in /root, a private data folder).
 *
 * @param args gets the name to give to the program for the folder
 */
export function runPostgresProgram(
  program: string,
  args: (folder: string) => readonly string[],
  options: { folder: string; user: PostgresUser | null; output: Output; input?: 'pipe'; detached?: boolean },
): ChildProcess {
  const byDescriptor = options.user !== null && process.platform === 'linux'
  const descriptor = byDescriptor ? openSync(options.folder, 'r') : null
  const spawnOptions: SpawnOptions = {
    ...options.user,
    // Any folder will do, but it must be one the user may enter.
    cwd: byDescriptor ? '/' : options.folder,
    env: cleanEnvironment(process.env),
    detached: options.detached ?? false,
    windowsHide: true,
    stdio: [options.input ?? 'ignore', options.output, options.output, ...(descriptor === null ? [] : [descriptor])],
  }
  try {
    return spawn(program, args(byDescriptor ? '/proc/self/fd/3' : options.folder), spawnOptions)
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

/** Runs a program to its end. @returns its exit code (-1 when a signal ended it) and everything it wrote */
export async function finishPostgresProgram(child: ChildProcess): Promise<{ code: number; output: string }> {
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve(status ?? -1))
  })
  return { code, output }
}

/** Neither a PGDATA or PGPORT from elsewhere nor the language of the terminal may change what the programs do. */
function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(PG|LC_|LANG|NODE_|npm_)/i.test(name) && name !== 'DATABASE_URL',
  )
  return { ...Object.fromEntries(kept.filter(([name]) => !name.startsWith('SINEW_'))), LC_ALL: 'C', TZ: 'UTC' }
}
