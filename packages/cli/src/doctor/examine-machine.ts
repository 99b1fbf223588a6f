import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findHolder } from '@sinew/server/start/data-folder.ts'
import { findPostgresBinaries } from '@sinew/server/start/postgres-binaries.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

const MEGABYTE = 1024 * 1024
/** Under this much free space PostgreSQL may stop accepting writes within a day. */
const LOW_MB = 1024
const CRITICAL_MB = 200

export function examineNode(version: string): Finding {
  const major = Number(version.replace(/^v/, '').split('.')[0])
  if (major >= 24) return ok('Node', version)
  return problem('Node', `${version}; Sinew needs 24 or newer`, 'run npm install, then npx sinew')
}

export function examineDataFolder(dataFolder: string): Finding {
  const existing = nearestExisting(dataFolder)
  try {
    accessSync(existing, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    const advice = 'give it to this user with chown, or set SINEW_DATA to another folder'
    return problem('Data folder', `${existing} cannot be written by this user`, advice)
  }
  return ok('Data folder', existing === dataFolder ? dataFolder : `${dataFolder} (made at the first start)`)
}

export function examineDiskSpace(dataFolder: string): Finding {
  const { bavail, bsize } = statfsSync(nearestExisting(dataFolder))
  return judgeDiskSpace(Math.floor((bavail * bsize) / MEGABYTE))
}

export function judgeDiskSpace(freeMb: number): Finding {
  const detail = `${freeMb >= 10 * LOW_MB ? `${Math.floor(freeMb / 1024)} GB` : `${freeMb} MB`} free`
  const advice = 'free some space, or set SINEW_DATA to a folder on a larger disk'
  if (freeMb < CRITICAL_MB) return problem('Disk space', detail, advice)
  return freeMb < LOW_MB ? warning('Disk space', detail, advice) : ok('Disk space', detail)
}

export function examineHolder(dataFolder: string): Finding {
  const holder = findHolder(dataFolder)
  if (holder === null) return ok('Running', 'no; nothing holds the data folder')
  if (holder === 'unknown') return ok('Running', 'a process is just starting')
  return ok('Running', `process ${holder.pid} on ${holder.host} since ${holder.since}, at ${holder.address}`)
}

export function examineBinaries(): Finding {
  return ok('PostgreSQL programs', findPostgresBinaries().version)
}

export function examineWebBuild(): Finding {
  const page = fileURLToPath(new URL('../../../web/dist/index.html', import.meta.url))
  if (existsSync(page)) return ok('Web app', 'built')
  return problem('Web app', 'not built', 'run npm start, which builds it, or npm run build')
}

/** Only the browser tests need it, so its absence is no fault. */
export function examineChromium(path: string): Finding {
  return ok('Chromium', existsSync(path) ? path : `none at ${path}; only the browser tests need it`)
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path))
}
