import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * The Node 24 that npm installed for this platform, whatever the machine's own Node is.
 * @returns {string} path of the program
 * @throws {Error} with one line that says what to do
 */
export function findNode24() {
  const os = process.platform === 'win32' ? 'win' : process.platform
  const program = join('bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const installed = join(root, 'node_modules', `node-${os}-${process.arch}`, program)
  if (existsSync(installed)) return installed
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `Sinew needs Node 24; npm has installed none for ${os}-${process.arch}, and this machine has ${process.version}. ` +
      'Run npm install, or install Node 24 yourself and try again.',
  )
}
