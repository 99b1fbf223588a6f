import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { isOver, type Report, toTable } from './bench-report.ts'

const run = promisify(execFile)
const bench = fileURLToPath(new URL('./run-bench.ts', import.meta.url))

type Told = {
  readonly name: string
  readonly group: string
  readonly p50Ms: number
  readonly p95Ms: number
  readonly aimMs?: number
  readonly ratio: number | null
}

it('the bench measures a small organisation from seeding to start, every aim beside its figure, and ends by itself', {
  timeout: 240_000,
}, async () => {
  const { stdout } = await run(process.execPath, [bench, '--small', '--json'], { timeout: 230_000 })
  const report = JSON.parse(stdout) as Omit<Report, 'figures'> & { readonly figures: readonly Told[] }
  const isLoss = (figure: Told) => figure.group.startsWith('Loss engine')
  const aimed = report.figures.filter((figure) => figure.aimMs !== undefined && !isLoss(figure))
  expect(aimed.filter((figure) => figure.aimMs === 500).map((figure) => figure.name)).toEqual([
    'nothing changed',
    'one piece of evidence changed',
    'a day passed',
  ])
  const pages = aimed.filter((figure) => figure.aimMs === 50).map((figure) => figure.name)
  for (const page of ['register', 'controls', 'evidence', 'Statement of Applicability', 'pulse']) {
    expect(pages.filter((name) => name.startsWith(page)).length, page).toBeGreaterThan(1)
    expect(pages, page).toContain(`${page}, as of six months ago`)
  }
  expect(aimed.find((figure) => figure.aimMs === 5_000)?.name).toBe('second start, warm')
  expect(report.figures.filter((figure) => isLoss(figure) && figure.aimMs !== undefined).length).toBeGreaterThan(10)
  expect(report.memory.some((one) => one.name.startsWith('loss engine'))).toBe(true)
  for (const figure of report.figures) {
    expect(figure.p50Ms, figure.name).toBeGreaterThan(0)
    expect(figure.p95Ms, figure.name).toBeGreaterThanOrEqual(figure.p50Ms)
    if (figure.aimMs !== undefined) expect(figure.ratio, figure.name).toBeGreaterThan(0)
  }
  const server = report.memory.filter((one) => one.name.startsWith('server'))
  expect(server.map((one) => one.name)).toEqual(['server, ready', 'server, after its pages were used'])
  for (const { megabytes, beside } of server)
    expect(megabytes).toBeGreaterThan(beside?.megabytes ?? Number.POSITIVE_INFINITY)
  expect(report.load.before).toBeGreaterThanOrEqual(0)
})

it('the table names what is over its aim, with its ratio to what stands beside it', () => {
  const beside = { name: 'select 1', runs: 1, bestMs: 1, p50Ms: 1, p95Ms: 1 }
  const slow = { name: 'slow page', group: 'Pages', runs: 1, bestMs: 40, p50Ms: 45, p95Ms: 50, aimMs: 50, beside }
  const figures = [slow, { ...slow, name: 'quick page', p95Ms: 49 }]
  const table = toTable({
    size: { risks: 10 },
    machine: 'this one',
    load: { before: 0.5, after: 1 },
    figures,
    memory: [],
  })
  expect(figures.map(isOver)).toEqual([true, false])
  expect(table).toMatch(/slow page +40\.0 +45\.0 +50\.0 +< 50 +OVER +45 × select 1/)
  expect(table).toMatch(/quick page .* ok /)
  expect(table).toContain('Over their aim: slow page\n')
  expect(table).toContain('load 0.5 before, 1.0 after')
})
