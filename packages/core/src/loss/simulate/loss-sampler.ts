import type { Severity } from '../model/portfolio.ts'
import { lognormalParameters, severityOf } from '../severity/severity-of.ts'
import { lognormalTable } from './lognormal-table.ts'
import { drawFromTable, type QuantileTable, quantileTable } from './quantile-table.ts'

/** The loss at a uniform number between 0 and 1; rises with it. */
export type LossSampler = (u: number) => number

const known = new WeakMap<Severity, QuantileTable>()

/** The table of a law that has one: continuous and without parts. Kept while the data live. */
export function tableOf(severity: Severity): QuantileTable | null {
  const kept = known.get(severity)
  if (kept !== undefined) return kept
  const made = makeTable(severity)
  if (made !== null) known.set(severity, made)
  return made
}

function makeTable(severity: Severity): QuantileTable | null {
  if (severity.type === 'lognormal90' || severity.type === 'lognormal') {
    const { mu, sigma } = lognormalParameters(severity)
    return sigma > 0 ? lognormalTable(mu, sigma) : null
  }
  return ['gamma', 'exponential', 'pert'].includes(severity.type) ? quantileTable(severityOf(severity)) : null
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
