import { finished } from '../exact/in-steps.ts'
import { type ExactSettings, exactEngine } from '../exact/price-exact.ts'
import type { Control, Frequency, Portfolio, Severity } from '../model/portfolio.ts'
import { controlIds, withControls } from '../model/portfolio-state.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'
import { severityOf } from '../severity/severity-of.ts'
import { quick } from './gradients.ts'
import { measured, type RiskMeasure } from './risk-measure.ts'
import { type Swing, swingsInSteps } from './swings.ts'

/**
 * What the measure is with one input at its 5 % and its 95 %, all else as it is; an assurance at 0 and at 1. The id is that of the scenario, or the name of
 * the control.
 */
export type TornadoBar = Swing<'rate' | 'loss' | 'effect' | 'assurance'>

export type TornadoOptions = {
  readonly settings?: ExactSettings
  /** Controls of one name move together; by default those of one id. */
  readonly nameOf?: (controlId: string) => string
  /** The most bars; 24 when left out. */
  readonly most?: number
}

type Input = Pick<TornadoBar, 'kind' | 'id'> & { readonly at: (end: End) => Portfolio }

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
  const meanOf = (changed: Portfolio) => lossMoments(resolvePortfolio(changed, base)).mean
  const isMean = measure.kind === 'mean' && portfolio.aggregateInsurance === undefined
  const engine = isMean ? null : exactEngine(base, settings)
  const price = (changed: Portfolio) =>
    engine === null ? meanOf(changed) : measured(engine.change(resolvePortfolio(changed, base)), measure)
  const inputs = [...scenarioInputs(portfolio), ...controlInputs(portfolio, nameOf)].map(({ kind, id, at }) => {
    return { kind, id, about: Math.abs(meanOf(at('high')) - meanOf(at('low'))), at: (end: End) => price(at(end)) }
  })
  return finished(swingsInSteps(inputs, most))
}

type End = 'low' | 'high'

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
