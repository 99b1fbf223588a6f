import type { Severity } from '../model/portfolio.ts'
import { severityOf } from '../severity/severity-of.ts'
import { drawFromTable, type QuantileTable, quantileTable } from './quantile-table.ts'

/** The loss at a uniform number between 0 and 1; rises with it. */
export type LossSampler = (u: number) => number

/** The table of a law that has one: continuous and without parts. */
export function tableOf(severity: Severity): QuantileTable | null {
  if (!['lognormal90', 'lognormal', 'gamma', 'exponential', 'pert'].includes(severity.type)) return null
  const law = severityOf(severity)
  return law.atoms.length > 0 ? null : quantileTable(law)
}

/** A sampler from a portfolio's data: tables for what is continuous, the amounts themselves for what is not. */
export function lossSampler(severity: Severity): LossSampler {
  switch (severity.type) {
    case 'constant':
      return () => severity.value
    case 'uniform':
      return (u) => severity.min + u * (severity.max - severity.min)
    case 'capped': {
      const inner = lossSampler(severity.severity)
      return (u) => Math.min(severity.cap, inner(u))
    }
    case 'empirical': {
      const sorted = Float64Array.from(severity.values).sort()
      return (u) => sorted[Math.floor(u * sorted.length)] ?? 0
    }
    case 'mixture': {
      const parts = severity.parts.map((part) => ({ weight: part.weight, draw: lossSampler(part.severity) }))
      return (u) => {
        let rest = u
        for (const { weight, draw } of parts) {
          if (rest < weight) return draw(rest / weight)
          rest -= weight
        }
        return parts.at(-1)?.draw(0.5) ?? 0
      }
    }
    default: {
      const table = tableOf(severity)
      // An interval of no width has no table: it is one amount.
      if (table === null) {
        const { mean } = severityOf(severity)
        return () => mean
      }
      return (u) => drawFromTable(table, u * 4294967296)
    }
  }
}
