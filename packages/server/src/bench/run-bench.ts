import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { getSession } from '@sinew/contract/account/account-contract.ts'
import { approveSoaVersion, proposeSoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { recompute } from '../chain/recompute.ts'
import { type BenchInstallation, openBenchInstallation } from './bench-installation.ts'
import { benchLoss, fewLossRuns, manyLossRuns } from './bench-loss.ts'
import { benchPages } from './bench-pages.ts'
import { benchRecompute } from './bench-recompute.ts'
import { benchRecords } from './bench-records.ts'
import { type Figure, isOver, type Memory, type Report, toJson, toTable } from './bench-report.ts'
import { benchStart, postgresMegabytes } from './bench-start.ts'
import { benchStatement } from './bench-statement.ts'
import { seedLargeOrganization } from './seed-large-organization.ts'

const name = 'Large'
const size = { risks: 1_000, controls: 300, evidence: 20_000, revisions: 200_000 }
const parts = ['loss', 'recompute', 'pages', 'statement', 'records', 'start'] as const
const manyControls = 10_000
const manyRecords = 10_000
const limitMs = 15 * 60_000

type Runs = {
  readonly pages: number
  readonly recompute: number
  readonly start: number
  readonly loss: typeof manyLossRuns
}
const many: Runs = { pages: 40, recompute: 20, start: 5, loss: manyLossRuns }
const few: Runs = { pages: 3, recompute: 3, start: 1, loss: fewLossRuns }

/**
 * Measures a large organisation on an embedded PostgreSQL of its own, in a folder that is gone afterwards.
 * `--data FOLDER` keeps the folder and measures what it holds again the next time, `--json` prints the report as JSON, `--only pages` measures one part (loss, recompute, pages, statement, records, start), `--size 0.1` measures a tenth of the organisation, `--small` a hundredth a few times, `--strict` fails over an aim.
 */
async function runBench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      small: { type: 'boolean', default: false },
      size: { type: 'string' },
      data: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const share = Number(values.size ?? (values.small ? 0.01 : 1))
  if (!(share > 0 && share <= 10)) throw new Error('--size is a share of the large organisation, above 0 and up to 10')
  const only = parts.find((part) => part === values.only)
  if (values.only !== undefined && only === undefined) throw new Error(`--only is one of ${parts.join(', ')}`)
  const dataFolder = values.data === undefined ? mkdtempSync(join(tmpdir(), 'sinew-bench-')) : resolve(values.data)
  mkdirSync(dataFolder, { recursive: true })
  try {
    const report = await measureAll(dataFolder, share, only === undefined ? parts : [only], values.small ? few : many)
    process.stdout.write(values.json ? `${JSON.stringify(toJson(report), null, 2)}\n` : toTable(report))
    if (values.strict && report.figures.some(isOver)) process.exitCode = 1
  } finally {
    if (values.data === undefined) rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function measureAll(
  dataFolder: string,
  share: number,
  asked: readonly (typeof parts)[number][],
  runs: Runs,
): Promise<Report> {
  const before = loadavg()[0] ?? 0
  const scaled = Object.fromEntries(
    Object.entries(size).map(([what, n]) => [what, Math.ceil(n * share)]),
  ) as typeof size
  const memory: Memory[] = []
  const figures: Figure[] = []
  // Before the database, which would take a part of the machine.
  if (asked.includes('loss')) {
    const loss = await benchLoss(runs.loss)
    figures.push(...loss.figures)
    memory.push(...loss.memory)
  }
  if (asked.some((part) => part !== 'loss')) {
    const served = await measureServer(dataFolder, scaled, asked, runs)
    figures.push(...served.figures)
    memory.push(...served.memory)
  }
  return { size: scaled, machine: machine(), load: { before, after: loadavg()[0] ?? 0 }, figures, memory }
}

async function measureServer(
  dataFolder: string,
  scaled: typeof size,
  asked: readonly (typeof parts)[number][],
  runs: Runs,
): Promise<Pick<Report, 'figures' | 'memory'>> {
  const installation = await openBenchInstallation(dataFolder)
  const stopEarly = endsEarly(installation, dataFolder)
  const memory: Memory[] = []
  const figures: Figure[] = []
  try {
    const { services, client } = installation
    const organizationId = await seedOnce(installation, scaled)
    if (asked.includes('recompute'))
      figures.push(...(await benchRecompute(services, client, organizationId, runs.recompute)))
    if (asked.includes('pages')) figures.push(...(await benchPages(services, client, organizationId, runs.pages)))
    if (asked.includes('statement')) {
      const controls = Math.ceil((manyControls * scaled.controls) / size.controls)
      figures.push(...(await benchStatement(installation, Math.max(controls, 100), runs.pages)))
    }
    if (asked.includes('records')) {
      const records = Math.ceil((manyRecords * scaled.controls) / size.controls)
      figures.push(...(await benchRecords(installation, records, runs.pages)))
    }
    const postgres = postgresMegabytes(dataFolder)
    if (postgres !== null) memory.push({ name: 'PostgreSQL, all its processes', megabytes: postgres })
  } finally {
    stopEarly.cancel()
    await installation.stop()
  }
  if (asked.includes('start')) {
    const { start, bareNode, megabytes } = await benchStart(dataFolder, runs.start)
    const beside = { name: 'node alone', megabytes: megabytes.bareNode }
    figures.push({ ...start, group: 'Start', aimMs: 5_000, beside: bareNode })
    memory.push({ name: 'server, ready', megabytes: megabytes.ready, beside })
    memory.push({ name: 'server, after its pages were used', megabytes: megabytes.used, beside })
  }
  return { figures, memory }
}

let isEnding = false

/** Whoever interrupts the bench, or a bench that does not come to an end, leaves no database running. */
function endsEarly({ stop }: BenchInstallation, dataFolder: string): { readonly cancel: () => void } {
  const end = (why: string) => {
    isEnding = true
    process.stderr.write(`${why}; stopping.\n`)
    void stop().finally(() => {
      if (dataFolder.startsWith(join(tmpdir(), 'sinew-bench-'))) rmSync(dataFolder, { recursive: true, force: true })
      process.exit(130)
    })
  }
  const interrupted = () => end('Interrupted')
  const timer = setTimeout(() => end('The bench took longer than it may'), limitMs)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted)
  return {
    cancel: () => {
      clearTimeout(timer)
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted)
    },
  }
}

/** The organisation, with a statement that was approved, and numbers that were worked out, seven months ago. */
async function seedOnce(installation: BenchInstallation, wanted: typeof size): Promise<string> {
  const { services, client, clientAt, userId } = installation
  const { organizations } = await client.call(getSession)
  const seeded = organizations.find((one) => one.name === name)?.id
  if (seeded !== undefined) return seeded
  process.stderr.write('Seeding …\n')
  const organizationId = await seedLargeOrganization(
    services.pools.app,
    userId,
    { ...wanted, name, needsPerControl: 3 },
    async (organizationId, at, monthsAgo) => {
      if (monthsAgo !== 7) return
      await recompute(services, organizationId, { at })
      const params = { organizationId }
      const owner = clientAt(at)
      const { id } = await owner.call(proposeSoaVersion, { params, body: {} })
      await owner.call(approveSoaVersion, { params: { ...params, soaVersionId: id }, ifMatch: 1, body: {} })
    },
  )
  await recompute(services, organizationId, { at: new Date(Date.now() - 24 * 86_400_000) })
  await services.pools.owner.query('vacuum analyze')
  return organizationId
}

function machine(): string {
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  return `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${gigabytes} GB; PostgreSQL embedded, fsync on`
}

await runBench().catch((error: unknown) => {
  // What was under way when the database was stopped on purpose has nothing to tell.
  if (!isEnding) throw error
})
