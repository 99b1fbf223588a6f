import { type Config, loadConfig } from '@sinew/server/config.ts'
import { type DatabaseFindings, examineDatabase } from '@sinew/server/start/examine-database.ts'
import { openLog } from '@sinew/server/start/open-log.ts'
import {
  examineBinaries,
  examineChromium,
  examineDataFolder,
  examineDiskSpace,
  examineHolder,
  examineNode,
  examineWebBuild,
} from './examine-machine.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

/** Looks at everything an installation stands on, as the current user would start it. */
export async function examineInstallation(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<readonly Finding[]> {
  const machine = [examineNode(process.version), examineWebBuild()]
  const chromium = examineChromium(env.SINEW_CHROMIUM || '/usr/bin/chromium')
  const loaded = loadConfig(env, cwd)
  if (!loaded.ok) {
    const wrong = loaded.problems.map((line) => problem('Settings', line, 'correct it, then run sinew doctor again'))
    return [...machine, ...wrong, chromium]
  }
  const { config } = loaded
  const dataFolder = attempt('Data folder', () => examineDataFolder(config.dataFolder))
  // Nothing can be told of what is in a folder that cannot be read.
  if (dataFolder.state === 'problem') return [...machine, ok('Settings', 'valid'), dataFolder, chromium]
  const folder = [
    dataFolder,
    attempt('Disk space', () => examineDiskSpace(config.dataFolder)),
    attempt('Running', () => examineHolder(config.dataFolder)),
  ]
  const programs = config.databaseUrl === null ? [attempt('PostgreSQL programs', examineBinaries)] : []
  return [...machine, ok('Settings', 'valid'), ...folder, ...programs, ...(await examineData(config)), chromium]
}

async function examineData(config: Config): Promise<readonly Finding[]> {
  try {
    const findings = await examineDatabase(config, openLog('silent'))
    return findings === null ? [ok('Database', 'none yet; made at the first start')] : judgeDatabase(findings)
  } catch (error) {
    return [cannotTell('Database', error)]
  }
}

export function judgeDatabase(findings: DatabaseFindings): readonly Finding[] {
  const { version, pendingMigrations, isolationHoles, failedJobs } = findings
  const migrations =
    pendingMigrations.length === 0
      ? ok('Migrations', 'all applied')
      : warning(
          'Migrations',
          `${pendingMigrations.length} not applied: ${pendingMigrations.join(', ')}`,
          'run npm start',
        )
  return [ok('Database', `PostgreSQL ${version}`), migrations, judgeIsolation(isolationHoles), judgeJobs(failedJobs)]
}

function judgeJobs(failed: DatabaseFindings['failedJobs']): Finding {
  const [newest] = failed
  if (newest === undefined) return ok('Jobs', 'none failed')
  const count = failed.length === 1 ? 'one job failed' : `${failed.length} jobs failed`
  const detail = `${count}; the last, ${newest.task}, on ${newest.failedAt.toISOString()}: ${newest.error}`
  return newest.retries
    ? warning('Jobs', detail, 'it is tried again by itself; if it goes on, read the log')
    : warning('Jobs', detail, 'read the log of that time and report what it says')
}

function judgeIsolation(holes: readonly string[] | null): Finding {
  const about = 'Organisations apart'
  if (holes === null) return warning(about, 'cannot be told before the migrations are applied', 'run npm start')
  if (holes.length === 0) return ok(about, 'row-level security holds for the role that serves')
  return problem(about, holes.join(' '), 'take these rights away; Sinew does not serve before')
}

function attempt(about: string, examine: () => Finding): Finding {
  try {
    return examine()
  } catch (error) {
    return cannotTell(about, error)
  }
}

function cannotTell(about: string, error: unknown): Finding {
  const detail = error instanceof Error ? error.message : String(error)
  return problem(about, detail, 'correct this, then run sinew doctor again')
}
