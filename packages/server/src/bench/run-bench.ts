import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { getSession } from '@sinew/contract/account/account-contract.ts'
import { type BenchInstallation, openBenchInstallation } from './bench-installation.ts'
import { benchPages } from './bench-pages.ts'
import { benchRecompute } from './bench-recompute.ts'
import { type Figure, isOver, type Report, toJson, toTable } from './bench-report.ts'
import { benchStart, postgresMegabytes } from './bench-start.ts'
import { seedLargeOrganization } from './seed-large-organization.ts'

const size = { risks: 1_000, controls: 300, evidence: 20_000, revisions: 200_000 }

/**
 * Measures a large organisation on an embedded PostgreSQL of its own, in a folder that is gone afterwards.
 * `--data FOLDER` keeps the folder and measures what it holds again the next time, `--json` prints the report as JSON, `--only pages` measures one part (recompute, pages, start), `--size 0.1` measures a tenth of the organisation, `--strict` fails over an aim.
 */
async function runBench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      size: { type: 'string', default: '1' },
      data: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const dataFolder = values.data === undefined ? mkdtempSync(join(tmpdir(), 'sinew-bench-')) : resolve(values.data)
  mkdirSync(dataFolder, { recursive: true })
  try {
    const report = await measureAll(dataFolder, Number(values.size), values.only)
    process.stdout.write(values.json ? `${JSON.stringify(toJson(report), null, 2)}\n` : toTable(report))
    if (values.strict && report.figures.some(isOver)) process.exitCode = 1
  } finally {
    if (values.data === undefined) rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function measureAll(dataFolder: string, share: number, only?: string): Promise<Report> {
  if (!(share > 0 && share <= 10)) throw new Error('--size is a share of the large organisation, above 0 and up to 10')
  const scaled = Object.fromEntries(
    Object.entries(size).map(([what, n]) => [what, Math.ceil(n * share)]),
  ) as typeof size
  const isAsked = (part: string) => only === undefined || only === part
  const installation = await openBenchInstallation(dataFolder)
  const memory: Report['memory'][number][] = []
  const figures: Figure[] = []
  try {
    const { services, client } = installation
    const organizationId = await seedOnce(installation, scaled)
    if (isAsked('recompute')) figures.push(...(await benchRecompute(services, client, organizationId)))
    if (isAsked('pages')) figures.push(...(await benchPages(services, client, organizationId)))
    memory.push({ name: 'this process after all of it', megabytes: process.memoryUsage().rss / 1_048_576 })
    const postgres = postgresMegabytes(dataFolder)
    if (postgres !== null) memory.push({ name: 'PostgreSQL after all of it', megabytes: postgres })
  } finally {
    await installation.stop()
  }
  const report = { size: scaled, machine: machine(), figures, memory }
  if (!isAsked('start')) return report
  const { start, bareNode, megabytes } = await benchStart(dataFolder)
  figures.push({ ...start, group: 'Start', aimMs: 5_000, beside: bareNode })
  memory.push({ name: 'server, ready', megabytes })
  return report
}

async function seedOnce({ services, client, userId }: BenchInstallation, wanted: typeof size): Promise<string> {
  const { organizations } = await client.call(getSession)
  const seeded = organizations[0]?.id
  if (seeded !== undefined) return seeded
  progress('Seeding')
  const organizationId = await seedLargeOrganization(services.pools.app, userId, { ...wanted, needsPerControl: 3 })
  await services.pools.owner.query('vacuum analyze')
  return organizationId
}

function progress(what: string): void {
  process.stderr.write(`${what} …\n`)
}

function machine(): string {
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  return `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${gigabytes} GB; PostgreSQL embedded, fsync on`
}

await runBench()
