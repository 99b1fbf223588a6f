/** How long one thing took, over many runs of it. */
export type Measured = {
  readonly name: string
  readonly runs: number
  /** The fastest run: what is left when nothing else uses the machine. */
  readonly bestMs: number
  readonly p50Ms: number
  readonly p95Ms: number
}

type MeasureOptions = {
  readonly runs?: number
  readonly warmUp?: number
  /** Prepares a run, outside of its time. */
  readonly before?: (run: number) => Promise<unknown>
  /** Enough is known after this: what is slow is measured less often, so that a bench ends by itself. */
  readonly budgetMs?: number
}

/**
 * Runs `work` until it has `runs` timings or spent its budget, after `warmUp` runs that are not counted, and tells standard error
 * as it goes.
 * @throws what `work` throws: a page that fails has no time
 */
export async function measure(
  name: string,
  work: (run: number) => Promise<unknown>,
  { runs = 40, warmUp = 3, before, budgetMs = 15_000 }: MeasureOptions = {},
): Promise<Measured> {
  const elapsedMs: number[] = []
  const begunAt = performance.now()
  for (let run = -warmUp; run < runs; run += 1) {
    if (performance.now() - begunAt > budgetMs) {
      if (elapsedMs.length > 0) break
      run = Math.max(run, 0)
    }
    await before?.(run + warmUp)
    const startedAt = performance.now()
    await work(run + warmUp)
    if (run >= 0) elapsedMs.push(performance.now() - startedAt)
  }
  const measured = toMeasured(name, elapsedMs)
  process.stderr.write(`  ${name}: ${measured.p50Ms.toFixed(1)} ms, at best ${measured.bestMs.toFixed(1)} ms\n`)
  return measured
}

export function toMeasured(name: string, elapsedMs: readonly number[]): Measured {
  return {
    name,
    runs: elapsedMs.length,
    bestMs: Math.min(...elapsedMs),
    p50Ms: percentile(elapsedMs, 0.5),
    p95Ms: percentile(elapsedMs, 0.95),
  }
}

/**
 * The nearest-rank percentile: always one of the values.
 * @param share in (0, 1]
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('No values to take a percentile of')
  return value
}
