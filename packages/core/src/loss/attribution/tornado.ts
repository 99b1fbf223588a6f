import { type ExactSettings, exactEngine } from '../exact/price-exact.ts'
import type { Control, Frequency, Portfolio, Severity } from '../model/portfolio.ts'
import { controlIds, withControls } from '../model/portfolio-state.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'
import { severityOf } from '../severity/severity-of.ts'
import { quick } from './gradients.ts'
import { measured, type RiskMeasure } from './risk-measure.ts'

/** What the measure is with one input at its 5 % and its 95 %, all else as it is; an assurance at 0 and at 1. */
export type TornadoBar = {
  /** A scenario's rate or the loss of its events; a control's effect or its assurance. */
  readonly kind: 'rate' | 'loss' | 'effect' | 'assurance'
  /** Of the scenario, or the name of the control. */
  readonly id: string
  readonly low: number
  readonly high: number
}

export type TornadoOptions = {
  readonly settings?: ExactSettings
  /** Controls of one name move together; by default those of one id. */
  readonly nameOf?: (controlId: string) => string
  /** The most bars; 24 when left out. */
  readonly most?: number
}

type Input = Pick<TornadoBar, 'kind' | 'id'> & { readonly at: (end: 'low' | 'high') => Portfolio }

/**
 * What would move a measure most, the largest swing first. Inputs are sorted out by how far they move the mean, which is closed form, and the first `most` are priced:
 * two prices each, of which only what changed is redone.
 */
export function tornado(
  portfolio: Portfolio,
  measure: RiskMeasure,
  options: TornadoOptions = {},
): readonly TornadoBar[] {
  const { settings = quick, nameOf = (id) => id, most = 24 } = options
  const base = resolvePortfolio(portfolio)
  const swing = ({ low, high }: TornadoBar) => Math.abs(high - low)
  const bars = (inputs: readonly Input[], price: (changed: Portfolio) => number) =>
    inputs
      .map((input): TornadoBar & { readonly input: Input } => {
        return { kind: input.kind, id: input.id, low: price(input.at('low')), high: price(input.at('high')), input }
      })
      .filter((bar) => swing(bar) > 0)
      .sort((a, b) => swing(b) - swing(a) || (a.id < b.id ? -1 : 1))
      .slice(0, most)
  const byMean = bars(
    [...scenarioInputs(portfolio), ...controlInputs(portfolio, nameOf)],
    (changed) => lossMoments(resolvePortfolio(changed, base)).mean,
  )
  const isMean = measure.kind === 'mean' && portfolio.aggregateInsurance === undefined
  const engine = isMean ? null : exactEngine(base, settings)
  const priced =
    engine === null
      ? byMean
      : bars(
          byMean.map(({ input }) => input),
          (changed) => measured(engine.change(resolvePortfolio(changed, base)), measure),
        )
  return priced.map(({ input: _, ...bar }) => bar)
}

const ends = { low: 0.05, high: 0.95 } as const

function scenarioInputs(portfolio: Portfolio): readonly Input[] {
  return portfolio.scenarios.flatMap((scenario, i) => {
    const id = scenario.id ?? `${i}`
    const changed = (part: { readonly frequency?: Frequency; readonly severity?: Severity }): Portfolio => {
      return { ...portfolio, scenarios: portfolio.scenarios.with(i, { ...scenario, ...part }) }
    }
    const { frequency, severity } = scenario
    const inputs: Input[] = []
    if (frequency.type === 'mixedPoisson' && frequency.rate.type !== 'constant') {
      const law = severityOf(frequency.rate)
      inputs.push({
        kind: 'rate',
        id,
        at: (end) => changed({ frequency: { type: 'poisson', rate: law.quantile(ends[end]) } }),
      })
    }
    if (severity.type !== 'constant') {
      const law = severityOf(severity)
      inputs.push({
        kind: 'loss',
        id,
        at: (end) => changed({ severity: { type: 'constant', value: law.quantile(ends[end]) } }),
      })
    }
    return inputs
  })
}

function controlInputs(portfolio: Portfolio, nameOf: (id: string) => string): readonly Input[] {
  const names = [...new Set(controlIds(portfolio).map(nameOf))]
  const changed = (name: string, change: (control: Control) => Control) =>
    withControls(portfolio, (control, id) => (nameOf(id) === name ? change(control) : control))
  return names.flatMap((id): readonly Input[] => [
    { kind: 'effect', id, at: (end) => changed(id, (control) => withEffectAt(control, ends[end])) },
    {
      kind: 'assurance',
      id,
      at: (end) => changed(id, (control) => ({ ...control, assurance: end === 'low' ? 0 : 1 })),
    },
  ])
}

function withEffectAt(control: Control, p: number): Control {
  const { effectiveness } = control
  if (effectiveness.type === 'constant' || !(effectiveness.max > effectiveness.min)) return control
  return { ...control, effectiveness: { type: 'constant', value: severityOf(effectiveness).quantile(p) } }
}
