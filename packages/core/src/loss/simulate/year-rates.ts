import type { Frequency, Uncertain } from '../model/portfolio.ts'
import { type LossSampler, lossSampler, tableOf } from './loss-sampler.ts'
import { fillFromTable, type QuantileTable } from './quantile-table.ts'
import { mixedOnce } from './random-stream.ts'

/** The rates of events in the years of a block, before any control, where the count is Poisson given its rate. */
export type YearRates = {
  /** The rate of every year where all are alike. */
  readonly even: number | null
  /** The table that others are drawn from. */
  readonly table: QuantileTable | null
  /** The rate at a uniform number, where there is no table. */
  readonly draw: LossSampler
}

/** Null for a law that counts chances. */
export function yearRates(frequency: Frequency): YearRates | null {
  switch (frequency.type) {
    case 'poisson':
      return evenRates(frequency.rate)
    case 'zip': {
      const { pZero, rate } = frequency
      return { even: null, table: null, draw: (u) => (u < pZero ? 0 : rate) }
    }
    case 'negbin': {
      const { mean, r } = frequency
      return mean === 0 ? evenRates(0) : uncertainRates({ type: 'gamma', shape: r, scale: mean / r })
    }
    case 'mixedPoisson':
      return uncertainRates(frequency.rate)
    default:
      return null
  }
}

function evenRates(rate: number): YearRates {
  return { even: rate, table: null, draw: () => rate }
}

function uncertainRates(rate: Uncertain): YearRates {
  if (rate.type === 'constant') return evenRates(rate.value)
  return { even: null, table: tableOf(rate), draw: lossSampler(rate) }
}

/** The rates of as many years as `out` has room for, each drawn under a key that is mixed for them. */
export function fillRates({ table, draw }: YearRates, key: number, out: Float64Array): void {
  if (table !== null) fillFromTable(table, key, out)
  else for (let at = 0; at < out.length; at++) out[at] = draw(((mixedOnce(key, at) >>> 0) + 0.5) / 4294967296)
}
