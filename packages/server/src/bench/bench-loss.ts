import { Worker } from 'node:worker_threads'
import { dragged, exactEngine, priceExact, settled } from '@sinew/core/loss/exact/price-exact.ts'
import type { Portfolio } from '@sinew/core/loss/model/portfolio.ts'
import { resolvePortfolio } from '@sinew/core/loss/model/resolve-portfolio.ts'
import { priceSimulated } from '@sinew/core/loss/simulate/simulated-curve.ts'
import type { Figure, Memory } from './bench-report.ts'
import {
  fixedRates,
  ownControls,
  sharedControls,
  withInterval,
  withOwnAssurance,
  withRate,
  withSharedAssurance,
} from './loss-portfolios.ts'
import { type Measured, measure, toMeasured } from './measure.ts'
import type { WorkerOrder, WorkerTimes } from './price-in-worker.ts'
import { textbookValueAtRisk } from './textbook-monte-carlo.ts'

const level = 0.95
const frameMs = 1000 / 60
/** What a page has between two pictures: the same in every run, for ratios. */
const frame: Measured = { name: 'a frame of 16.7 ms', runs: 1, bestMs: frameMs, p50Ms: frameMs, p95Ms: frameMs }

type LossRuns = { readonly scratch: number; readonly change: number; readonly size: number }
export const manyLossRuns: LossRuns = { scratch: 15, change: 120, size: 1 }
export const fewLossRuns: LossRuns = { scratch: 2, change: 4, size: 0.1 }

/**
 * Prices portfolios of 100, 1,000 and 10,000 scenarios from scratch and after one change, the way the page does: data resolved against what was resolved
 * before, the engine changed, VaR95 read. Aims are for medians.
 */
export async function benchLoss(
  runs: LossRuns,
): Promise<{ readonly figures: readonly Figure[]; readonly memory: readonly Memory[] }> {
  const of = (count: number) => Math.round(count * runs.size)
  const years = of(100_000)
  const hundred = fixedRates(of(100))
  const textbook = await measure(
    `textbook Monte Carlo, ${named(years, 'year')}`,
    async () => textbookValueAtRisk(hundred, years, level),
    { runs: Math.min(5, runs.scratch), warmUp: 1, budgetMs: 60_000 },
  )
  const large = await benchLarge(of(10_000), runs)
  const figures = [
    ...(await benchPortfolio('fixed rates', hundred, runs, textbook, [
      { what: 'from scratch', aimMs: 30 },
      { what: 'one rate changed', change: withRate, aimMs: 0.3 },
      { what: 'one interval of losses changed', change: withInterval },
    ])),
    ...(await benchPortfolio('uncertain rates, 20 shared controls', sharedControls(100, 20), runs, textbook, [
      { what: 'from scratch', aimMs: 150 },
      { what: "one control's assurance changed", change: withSharedAssurance, aimMs: 12 },
    ])),
    ...(await benchPortfolio('uncertain rates, own controls', ownControls(of(100)), runs, textbook, [
      { what: 'from scratch', aimMs: 150 },
      { what: "one control's assurance changed", change: withOwnAssurance, aimMs: 12 },
      { what: 'from scratch, settled to 1e-6', isSettled: true },
    ])),
    ...(await benchPortfolio('fixed rates', fixedRates(of(1_000)), runs, textbook, [
      { what: 'from scratch', aimMs: 300 },
      { what: 'one rate changed', change: withRate, aimMs: 8 },
    ])),
    ...(await benchPortfolio('uncertain rates, own controls', ownControls(of(1_000)), runs, textbook, [
      { what: 'from scratch' },
      { what: "one control's assurance changed", change: withOwnAssurance, aimMs: 8 },
    ])),
    ...large.figures,
    ...(await benchSimulation(of(100), years, runs, textbook)),
    { ...textbook, group: simulated(of(100), years) },
  ]
  return { figures, memory: large.memory }
}

type Row = {
  readonly what: string
  readonly aimMs?: number
  /** Left out: from scratch. */
  readonly change?: (portfolio: Portfolio, step: number) => Portfolio
  readonly isSettled?: boolean
}

async function benchPortfolio(
  kind: string,
  portfolio: Portfolio,
  runs: LossRuns,
  textbook: Measured,
  rows: readonly Row[],
): Promise<readonly Figure[]> {
  const group = `Loss engine: ${named(portfolio.scenarios.length, 'scenario')}, ${kind}`
  const figures: Figure[] = []
  for (const { what, aimMs, change, isSettled } of rows) {
    const measured =
      change === undefined
        ? await measure(what, async () => scratch(portfolio, isSettled === true), {
            runs: isSettled === true ? Math.min(5, runs.scratch) : runs.scratch,
            warmUp: 2,
            budgetMs: 30_000,
          })
        : await benchChange(what, portfolio, change, runs.change)
    const beside = change === undefined ? textbook : frame
    figures.push({ ...measured, group, beside, judgedBy: 'p50', ...(aimMs === undefined ? {} : { aimMs }) })
  }
  return figures
}

function scratch(portfolio: Portfolio, isSettled: boolean): number {
  return priceExact(resolvePortfolio(portfolio), isSettled ? settled : dragged).quantile(level)
}

async function benchChange(
  what: string,
  portfolio: Portfolio,
  change: (portfolio: Portfolio, step: number) => Portfolio,
  runs: number,
): Promise<Measured> {
  let now = portfolio
  let resolved = resolvePortfolio(now)
  const engine = exactEngine(resolved, dragged)
  return measure(
    what,
    async () => {
      resolved = resolvePortfolio(now, resolved)
      engine.change(resolved).quantile(level)
    },
    {
      runs,
      warmUp: Math.min(20, runs),
      before: async (step) => {
        now = change(now, step)
      },
    },
  )
}

function simulated(scenarios: number, years: number): string {
  return `Loss engine: ${named(scenarios, 'scenario')} simulated over ${named(years, 'year')}`
}

async function benchSimulation(
  scenarios: number,
  years: number,
  runs: LossRuns,
  beside: Measured,
): Promise<readonly Figure[]> {
  const group = simulated(scenarios, years)
  const figures: Figure[] = []
  for (const [name, portfolio, aimMs] of [
    ['fixed rates', fixedRates(scenarios), 100],
    ['uncertain rates, 20 shared controls', sharedControls(scenarios, Math.min(20, scenarios)), 500],
  ] as const) {
    const resolved = resolvePortfolio(portfolio)
    const measured = await measure(name, async () => priceSimulated(resolved, 1, years).quantile(level), {
      runs: runs.scratch,
      warmUp: 2,
      budgetMs: 30_000,
    })
    figures.push({ ...measured, group, aimMs, judgedBy: 'p50', beside })
  }
  return figures
}

/** In a worker whose own heap may not grow far: a page has no more to give. */
async function benchLarge(
  scenarios: number,
  runs: LossRuns,
): Promise<{ readonly figures: readonly Figure[]; readonly memory: readonly Memory[] }> {
  const order: WorkerOrder = { scenarios, scratches: Math.min(5, runs.scratch), changes: runs.change }
  const times = await new Promise<WorkerTimes>((resolve, reject) => {
    const worker = new Worker(new URL('./price-in-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 80 },
    })
    worker.once('message', resolve).once('error', reject)
  })
  const name = named(scenarios, 'scenario')
  const group = `Loss engine: ${name}, fixed rates, in a worker`
  process.stderr.write(`  ${group}\n`)
  return {
    figures: [
      { ...toMeasured('from scratch', times.scratchMs), group, aimMs: 4_000, judgedBy: 'p50', beside: frame },
      { ...toMeasured('one rate changed', times.changeMs), group, aimMs: 20, judgedBy: 'p50', beside: frame },
    ],
    memory: [
      { name: `loss engine, ${name} in a worker, at most (aim: 100 MB)`, megabytes: Math.max(1, times.peakMegabytes) },
    ],
  }
}

function named(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}s`
}
