import type { Nodes } from '../../frequency/count-law.ts'

/**
 * The weights L_q(x) with which values at distinct nodes give the polynomial through them at x (Lagrange, in the barycentric form of Berrut and
 * Trefethen 2004). They add up to 1; a single node gives 1.
 */
export function interpolation(nodes: Float64Array): (x: number, out: Float64Array) => void {
  const n = nodes.length
  const scale = Math.max(1e-300, ...nodes.map((value) => Math.abs(value - (nodes[0] ?? 0))))
  const factors = nodes.map((value, q) => {
    let product = 1
    for (let r = 0; r < n; r++) if (r !== q) product *= (value - (nodes[r] ?? 0)) / scale
    return 1 / product
  })
  return (x, out) => {
    let sum = 0
    for (let q = 0; q < n; q++) {
      const apart = (x - (nodes[q] ?? 0)) / scale
      if (Math.abs(apart) < 1e-13) {
        out.fill(0)
        out[q] = 1
        return
      }
      const share = (factors[q] ?? 0) / apart
      out[q] = share
      sum += share
    }
    for (let q = 0; q < n; q++) out[q] = (out[q] ?? 0) / sum
  }
}

/** The same law with every value once, in rising order. */
export function distinct({ values, weights }: Nodes): Nodes {
  const order = Array.from(values.keys()).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0))
  const out: { value: number; weight: number }[] = []
  for (const i of order) {
    const value = values[i] ?? 0
    const last = out.at(-1)
    if (last !== undefined && value - last.value <= 1e-12 * Math.abs(value)) last.weight += weights[i] ?? 0
    else out.push({ value, weight: weights[i] ?? 0 })
  }
  return {
    values: Float64Array.from(out, ({ value }) => value),
    weights: Float64Array.from(out, ({ weight }) => weight),
  }
}
