import { parentPort, workerData } from 'node:worker_threads'
import { dragged, type ExactEngine, exactEngine } from '@sinew/core/loss/exact/price-exact.ts'
import type { Portfolio } from '@sinew/core/loss/model/portfolio.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '@sinew/core/loss/model/resolve-portfolio.ts'
import { fixedRates, withRate } from './loss-portfolios.ts'

export type WorkerOrder = { readonly scenarios: number; readonly scratches: number; readonly changes: number }
export type WorkerTimes = {
  readonly scratchMs: readonly number[]
  readonly changeMs: readonly number[]
  /** Most that the process took beyond what it had before. */
  readonly peakMegabytes: number
}

/** Prices a large portfolio in a worker, as the page does: from scratch, then after one change at a time. */
function priceLarge({ scenarios, scratches, changes }: WorkerOrder): WorkerTimes {
  const before = process.memoryUsage.rss()
  let peak = before
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  let now: Portfolio = fixedRates(scenarios)
  let resolved: ResolvedPortfolio | undefined
  let engine: ExactEngine | null = null
  const scratchMs = Array.from({ length: scratches }, () => {
    // A price from scratch has none before it: two at once would need the memory of two.
    engine = null
    const startedAt = performance.now()
    resolved = resolvePortfolio(now)
    engine = exactEngine(resolved, dragged)
    engine.curve().quantile(0.95)
    look()
    return performance.now() - startedAt
  })
  const changed = Array.from({ length: changes + 5 }, (_, step) => {
    now = withRate(now, step)
    const startedAt = performance.now()
    resolved = resolvePortfolio(now, resolved)
    engine?.change(resolved).quantile(0.95)
    look()
    return performance.now() - startedAt
  })
  return { scratchMs, changeMs: changed.slice(5), peakMegabytes: (peak - before) / 2 ** 20 }
}

parentPort?.postMessage(priceLarge(workerData))
