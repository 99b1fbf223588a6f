import type { CountLaw } from '../frequency/count-law.ts'
import { frequencyOf } from '../frequency/frequency-of.ts'
import type { Control, Portfolio, Scenario } from './portfolio.ts'
import { type ResolvedControl, resolveControl } from './resolve-control.ts'
import { type EventLaw, eventOf, hasSameEvent } from './resolve-event.ts'

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
  /** The portfolio's controls by id. */
  readonly controls: ReadonlyMap<string, ResolvedControl>
}

/**
 * The laws behind a portfolio's data. With what was resolved before, every scenario whose data and controls are the same
 * objects is taken over as it is, so that engines can see what a change touches; the work is that of what changed and one look at each
 * scenario. Nothing that was resolved before is kept alive by it.
 */
export function resolvePortfolio(portfolio: Portfolio, before?: ResolvedPortfolio): ResolvedPortfolio {
  const controls = resolveControls(portfolio, before)
  const rules = rulesOf(portfolio, before)
  const scenarios = portfolio.scenarios.map((scenario, at) => {
    const old = before?.scenarios[at]
    const isSame =
      old !== undefined &&
      old.source === scenario &&
      old.maxReduction === rules.maxReduction &&
      old.independence === rules.independence &&
      (controls === before?.controls || old.links.every(({ control }) => isStill(control, controls)))
    return isSame ? old : resolveScenario(scenario, at, controls, rules, old)
  })
  const isNamedSame =
    before !== undefined &&
    before.controls === controls &&
    scenarios.length === before.scenarios.length &&
    scenarios.every(
      (scenario, at) => scenario === before.scenarios[at] || !namesControls(scenario, before.scenarios[at]),
    )
  return {
    source: portfolio,
    scenarios,
    shared: isNamedSame ? before.shared : sharedOf(scenarios, controls),
    shocks: shocksOf(portfolio, scenarios),
    controls,
  }
}

function resolveControls(portfolio: Portfolio, before?: ResolvedPortfolio): ReadonlyMap<string, ResolvedControl> {
  if (before !== undefined && before.source.controls === portfolio.controls) return before.controls
  const controls = new Map<string, ResolvedControl>()
  for (const control of portfolio.controls ?? []) {
    const id = control.id ?? ''
    const old = before?.controls.get(id)
    controls.set(id, old?.source === control ? old : resolveControl(control, id, true))
  }
  return controls
}

/** What holds for all scenarios alike. */
type Rules = Pick<ResolvedScenario, 'maxReduction' | 'independence'>

function rulesOf({ maxReduction = 1, commonCauses }: Portfolio, before?: ResolvedPortfolio): Rules {
  const old = before?.scenarios[0]
  if (old !== undefined && before?.source.commonCauses === commonCauses)
    return { maxReduction, independence: old.independence }
  return { maxReduction, independence: new Map(commonCauses?.map((one) => [one.group, one.independence])) }
}

function isStill(control: ResolvedControl, controls: ResolvedPortfolio['controls']): boolean {
  return !control.isShared || controls.get(control.id) === control
}

function resolveScenario(
  scenario: Scenario,
  at: number,
  controls: ResolvedPortfolio['controls'],
  rules: Rules,
  old: ResolvedScenario | undefined,
): ResolvedScenario {
  const id = scenario.id ?? `${at}`
  const links = (scenario.controls ?? []).map((link, k) => {
    const name = typeof link === 'string' ? link : 'control' in link ? link.control : null
    if (name !== null) {
      const control = controls.get(name)
      if (control === undefined) throw new Error(`There is no control ${name} in scenario ${at}`)
      const coverage = typeof link === 'object' && 'control' in link ? link.coverage : (control.source.coverage ?? 1)
      return { control, coverage }
    }
    const own = link as Control
    const kept = old?.links[k]?.control
    const control = kept?.source === own ? kept : resolveControl(own, `${id}#${own.id ?? k}`, false)
    return { control, coverage: own.coverage ?? 1 }
  })
  const isSame = old !== undefined && hasSameEvent(old.source, scenario)
  return {
    source: scenario,
    id,
    count: old?.source.frequency === scenario.frequency ? old.count : frequencyOf(scenario.frequency),
    event: isSame ? old.event : eventOf(scenario),
    links,
    ...rules,
  }
}

function namesControls(scenario: ResolvedScenario, before?: ResolvedScenario): boolean {
  const names = ({ links }: ResolvedScenario) => links.some(({ control }) => control.isShared)
  return names(scenario) || (before !== undefined && names(before))
}

/** Uncertain controls of the portfolio that are named more than once. */
function sharedOf(
  scenarios: readonly ResolvedScenario[],
  controls: ResolvedPortfolio['controls'],
): readonly ResolvedControl[] {
  const uses = new Map([...controls.values()].map((control) => [control, 0]))
  for (const { links } of scenarios)
    for (const { control } of links) if (control.isShared) uses.set(control, (uses.get(control) ?? 0) + 1)
  return [...uses].flatMap(([control, count]) => (count > 1 && control.strength.values.length > 1 ? [control] : []))
}

function shocksOf({ commonShocks }: Portfolio, scenarios: readonly ResolvedScenario[]): ResolvedPortfolio['shocks'] {
  if (commonShocks === undefined || commonShocks.length === 0) return []
  const indexOf = new Map(scenarios.map(({ id }, at) => [id, at]))
  return commonShocks.map(({ rate, scenarios: ids }) => ({ rate, members: ids.map((id) => indexOf.get(id) ?? 0) }))
}
