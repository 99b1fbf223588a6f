import type { CountLaw, Nodes } from '../frequency/count-law.ts'
import { frequencyOf } from '../frequency/frequency-of.ts'
import { betaNodes } from '../quadrature/beta-nodes.ts'
import { certainly } from '../quadrature/reduce-nodes.ts'
import { cappedLoss } from '../severity/capped-loss.ts'
import { pertShapes } from '../severity/pert-loss.ts'
import type { SeverityLaw } from '../severity/severity-law.ts'
import { severityOf } from '../severity/severity-of.ts'
import type { Control, ControlEffect, Insurance, Portfolio, Scenario } from './portfolio.ts'

/** A control as the engines see it. */
export type ResolvedControl = {
  readonly id: string
  readonly effect: ControlEffect
  readonly group: string | null
  /** Assurance · effectiveness on a few points, before coverage. */
  readonly strength: Nodes
  readonly source: Control
}

/** The loss of one event before controls: primary and secondary parts, and what an insurer takes off. */
export type EventLaw = {
  readonly severity: SeverityLaw
  readonly secondary: readonly { readonly probability: number; readonly law: SeverityLaw }[]
  readonly insurance: Insurance | null
  /** Share of the loss that containing an event saves. */
  readonly saved: number
}

export type ResolvedScenario = {
  readonly source: Scenario
  readonly id: string
  readonly count: CountLaw
  readonly event: EventLaw
  readonly links: readonly { readonly control: ResolvedControl; readonly coverage: number }[]
  readonly maxReduction: number
  readonly independence: ReadonlyMap<string, number>
}

export type ResolvedPortfolio = {
  readonly source: Portfolio
  readonly scenarios: readonly ResolvedScenario[]
  /** Uncertain controls that at least two scenarios feel: what makes their years alike. */
  readonly shared: readonly ResolvedControl[]
  readonly shocks: readonly { readonly rate: number; readonly members: readonly number[] }[]
  readonly controls: ReadonlyMap<Control, ResolvedControl>
}

const controlPoints = 12

/**
 * The laws behind a portfolio's data. With what was resolved before, every scenario whose data and controls are the same
 * objects is taken over as it is, so that engines can see what a change touches.
 */
export function resolvePortfolio(portfolio: Portfolio, before?: ResolvedPortfolio): ResolvedPortfolio {
  const byId = new Map(portfolio.controls?.map((control) => [control.id ?? '', control]))
  const controls = new Map<Control, ResolvedControl>()
  const uses = new Map<ResolvedControl, number>()
  const sameRules =
    before !== undefined &&
    before.source.maxReduction === portfolio.maxReduction &&
    before.source.commonCauses === portfolio.commonCauses
  const independence = new Map(portfolio.commonCauses?.map((one) => [one.group, one.independence]))
  const resolved = (control: Control, id: string): ResolvedControl => {
    const known = controls.get(control) ?? before?.controls.get(control) ?? resolveControl(control, id)
    controls.set(control, known)
    return known
  }
  const scenarios = portfolio.scenarios.map((scenario, at) => {
    const links = (scenario.controls ?? []).map((link, k) => {
      const shared = typeof link === 'string' ? byId.get(link) : 'control' in link ? byId.get(link.control) : undefined
      const own = typeof link === 'object' && 'effect' in link ? link : undefined
      const data = shared ?? own
      if (data === undefined) throw new Error(`There is no such control in scenario ${at}`)
      const control = resolved(data, data.id ?? `${scenario.id ?? at}#${k}`)
      uses.set(control, (uses.get(control) ?? 0) + 1)
      const coverage = typeof link === 'object' && 'control' in link ? link.coverage : (data.coverage ?? 1)
      return { control, coverage }
    })
    const old = sameRules ? before.scenarios[at] : undefined
    const isSame =
      old !== undefined &&
      before?.source.scenarios[at] === scenario &&
      links.every(({ control, coverage }, k) => {
        return old.links[k]?.control === control && old.links[k]?.coverage === coverage
      })
    if (isSame) return old
    const previous = before?.source.scenarios[at]
    const event = previous !== undefined && hasSameEvent(previous, scenario) ? before?.scenarios[at]?.event : undefined
    return {
      source: scenario,
      id: scenario.id ?? `${at}`,
      count: frequencyOf(scenario.frequency),
      event: event ?? eventOf(scenario),
      links,
      maxReduction: portfolio.maxReduction ?? 1,
      independence,
    }
  })
  const shared = [...uses].filter(([control, count]) => count > 1 && control.strength.values.length > 1)
  const indexOf = new Map(scenarios.map(({ id }, at) => [id, at]))
  return {
    source: portfolio,
    scenarios,
    shared: shared.map(([control]) => control),
    shocks: (portfolio.commonShocks ?? []).map(({ rate, scenarios: ids }) => {
      return { rate, members: ids.map((id) => indexOf.get(id) ?? 0) }
    }),
    controls,
  }
}

function resolveControl(control: Control, id: string): ResolvedControl {
  return { id, effect: control.effect, group: control.group ?? null, strength: strengthOf(control), source: control }
}

function strengthOf({ effectiveness, assurance, onOff }: Control): Nodes {
  if (assurance === 0) return certainly(0)
  const full = onOff === true ? 1 : assurance
  const working = workingNodes(effectiveness, full)
  if (onOff !== true || assurance === 1) return working
  return {
    values: Float64Array.of(0, ...working.values),
    weights: Float64Array.of(1 - assurance, ...working.weights.map((weight) => weight * assurance)),
  }
}

function workingNodes(effectiveness: Control['effectiveness'], share: number): Nodes {
  if (effectiveness.type === 'constant') return certainly(effectiveness.value * share)
  const { min, max } = effectiveness
  const { alpha, beta } =
    effectiveness.type === 'uniform'
      ? { alpha: 1, beta: 1 }
      : pertShapes(min, effectiveness.mode, max, effectiveness.lambda)
  return betaNodes(alpha, beta, min * share, max * share, controlPoints)
}

function hasSameEvent(a: Scenario, b: Scenario): boolean {
  return (
    a.severity === b.severity &&
    a.eventCap === b.eventCap &&
    a.eventInsurance === b.eventInsurance &&
    a.secondary === b.secondary &&
    a.containment === b.containment
  )
}

function eventOf({ severity, eventCap, secondary, eventInsurance, containment }: Scenario): EventLaw {
  const law = severityOf(severity)
  const parts = secondary === undefined ? [] : 'probability' in secondary ? [secondary] : secondary
  return {
    severity: eventCap === undefined ? law : cappedLoss(law, eventCap),
    secondary: parts.map((part) => {
      const whole = severityOf(part.severity)
      return { probability: part.probability, law: part.cap === undefined ? whole : cappedLoss(whole, part.cap) }
    }),
    insurance: eventInsurance ?? null,
    saved: containment?.saved ?? 0,
  }
}
