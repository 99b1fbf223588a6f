import type { SeverityLaw } from './severity-law.ts'

/** One of these amounts, each as likely as any other: losses that happened, taken as they are. Exact. */
export function empiricalLoss(values: readonly number[]): SeverityLaw {
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  const sums = new Float64Array(n + 1)
  const squares = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    const x = sorted[i] ?? 0
    sums[i + 1] = (sums[i] ?? 0) + x
    squares[i + 1] = (squares[i] ?? 0) + x * x
  }
  const mean = (sums[n] ?? 0) / n
  const countUpTo = (x: number) => firstAbove(sorted, x)
  const limitedMean = (x: number) => {
    const count = countUpTo(x)
    return ((sums[count] ?? 0) + (n - count) * x) / n
  }
  return {
    mean,
    meanSquare: (squares[n] ?? 0) / n,
    most: sorted[n - 1] ?? 0,
    atoms: [...new Set(sorted)].filter((x) => x > 0),
    survival: (x) => (n - countUpTo(x)) / n,
    limitedMean,
    stopLoss: (x) => {
      const count = countUpTo(x)
      return ((sums[n] ?? 0) - (sums[count] ?? 0) - (n - count) * x) / n
    },
    squareBelow: (x) => (squares[countUpTo(x)] ?? 0) / n,
    quantile: (p) => sorted[Math.min(n - 1, Math.max(0, Math.ceil(p * n) - 1))] ?? 0,
    density: () => 0,
    smooth: () => [],
    scaled: (factor) => empiricalLoss(values.map((x) => x * factor)),
  }
}

function firstAbove(sorted: Float64Array, x: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) > x) high = middle
    else low = middle + 1
  }
  return low
}
