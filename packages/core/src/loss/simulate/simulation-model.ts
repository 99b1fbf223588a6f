import { hashText } from '../elementary/hash.ts'
import { powerOfTwoAbove } from '../elementary/power-of-two.ts'
import type { Control } from '../model/portfolio.ts'
import type { ResolvedPortfolio, ResolvedScenario } from '../model/resolve-portfolio.ts'
import { type ChanceCount, chanceCount, countAt } from './chance-count.ts'
import { type LossSampler, lossSampler, tableOf } from './loss-sampler.ts'
import { drawFromTable, type QuantileTable } from './quantile-table.ts'
import { mixed } from './random-stream.ts'
import { type YearRates, yearRates } from './year-rates.ts'

/** Years that are simulated together. The unit of work: whoever simulates a block, in whatever order, gets the same losses. */
export const blockYears = 4096

export type SimulatedControl = {
  readonly key: number
  /** Effectiveness at a uniform number; null where it is certain. */
  readonly draw: LossSampler | null
  /** The table that others are drawn from. */
  readonly table: QuantileTable | null
  readonly source: Control
}

export type SimulatedScenario = {
  readonly key: number
  readonly resolved: ResolvedScenario
  /** The rates of its years, or the count of a law that has no rate. */
  readonly rates: YearRates | null
  readonly count: ChanceCount | null
  /** The whole count at one uniform number, under a copula. */
  readonly countAt: ((u: number) => number) | null
  readonly severity: LossSampler
  /** The severity's table, where nothing but the table is needed to draw a loss. */
  readonly table: QuantileTable | null
  readonly secondary: readonly { readonly probability: number; readonly draw: LossSampler }[]
  /** Places of its controls. */
  readonly links: readonly { readonly control: number; readonly coverage: number }[]
}

/** Everything a simulation needs, made once for a portfolio and a seed. */
export type SimulationModel = {
  readonly portfolio: ResolvedPortfolio
  readonly seed: number
  readonly scenarios: readonly SimulatedScenario[]
  readonly controls: readonly SimulatedControl[]
  /** The common factor of all rates at a uniform number. */
  readonly factor: LossSampler
  /** Losses are whole multiples of this, so that sums do not depend on their order. */
  readonly quantum: number
}

/**
 * Each scenario and control has a stream of its own, keyed by the seed and its id: the same in every state of the portfolio and with any
 * other scenarios beside it. What differs between two states is then what they change, not chance (common random numbers).
 */
export function simulationModel(portfolio: ResolvedPortfolio, seed: number): SimulationModel {
  const keyOf = (kind: string, id: string) => mixed(hashText(`${kind} ${id}`), seed | 0, Math.floor(seed / 4294967296))
  const controls = [...new Set(portfolio.scenarios.flatMap(({ links }) => links.map(({ control }) => control)))]
  const places = new Map(controls.map((control, at) => [control, at]))
  // Before controls, so that every state of the portfolio has the same quantum.
  const scale = portfolio.scenarios.reduce((sum, { count, event }) => sum + count.mean * event.severity.mean, 1e-30)
  return {
    portfolio,
    seed,
    scenarios: portfolio.scenarios.map((resolved) => {
      const { source } = resolved
      const cap = source.eventCap
      const table = tableOf(source.severity)
      const draw = table === null ? lossSampler(source.severity) : (u: number) => drawFromTable(table, u * 4294967296)
      const secondary = source.secondary === undefined ? [] : [source.secondary].flat()
      return {
        key: keyOf('scenario', resolved.id),
        resolved,
        rates: yearRates(source.frequency),
        count: chanceCount(source.frequency),
        countAt: portfolio.source.copula === undefined ? null : countAt(resolved.count),
        table: cap === undefined && source.eventInsurance === undefined ? table : null,
        severity: cap === undefined ? draw : (u) => Math.min(cap, draw(u)),
        secondary: secondary.map((part) => {
          const inner = lossSampler(part.severity)
          const most = part.cap ?? Number.POSITIVE_INFINITY
          return { probability: part.probability, draw: (u: number) => Math.min(most, inner(u)) }
        }),
        links: resolved.links.map(({ control, coverage }) => ({ control: places.get(control) ?? 0, coverage })),
      }
    }),
    controls: controls.map(({ id, source }) => {
      const { effectiveness } = source
      const isCertain = effectiveness.type === 'constant'
      return {
        key: keyOf('control', id),
        draw: isCertain ? null : lossSampler(effectiveness),
        table: isCertain ? null : tableOf(effectiveness),
        source,
      }
    }),
    factor: factorSampler(portfolio.source.commonFactor?.cv ?? 0),
    quantum: powerOfTwoAbove(scale) / 2 ** 22,
  }
}

function factorSampler(cv: number): LossSampler {
  return cv > 0 ? lossSampler({ type: 'gamma', shape: 1 / (cv * cv), scale: cv * cv }) : () => 1
}

/** The nearest whole multiple: adding and taking away a number whose last bit is one quantum rounds to it. */
export function wholeQuanta(x: number, quantum: number): number {
  const big = 6755399441055744 * quantum
  return x < big / 4 ? x + big - big : Math.round(x / quantum) * quantum
}
