import type { Control, Portfolio, Scenario } from './portfolio.ts'

/**
 * Which state of the same data: no controls at all; controls as far as they are in place; as far as evidence proves them; when what
 * is planned is in place and proven. States are views of one portfolio, never typed by hand.
 */
export type PortfolioState = 'inherent' | 'claimed' | 'proven' | 'target'

/** The portfolio whose assurances are those of the state. Proven is the portfolio itself. */
export function inState(portfolio: Portfolio, state: PortfolioState): Portfolio {
  if (state === 'proven') return portfolio
  return withAssurances(portfolio, ({ claimed, target }) => {
    if (state === 'inherent') return 0
    return state === 'claimed' ? (claimed ?? 1) : (target ?? 1)
  })
}

/** Every control with the assurance that `assuranceOf` gives; what does not change stays the same object. */
export function withAssurances(portfolio: Portfolio, assuranceOf: (control: Control, id: string) => number): Portfolio {
  return withControls(portfolio, (control, id) => {
    const assurance = assuranceOf(control, id)
    return assurance === control.assurance ? control : { ...control, assurance }
  })
}

/** Every control as `changed` gives it; a scenario none of whose own controls changes stays the same object. */
export function withControls(portfolio: Portfolio, changed: (control: Control, id: string) => Control): Portfolio {
  const scenarios = portfolio.scenarios.map((scenario, at) => {
    if (scenario.controls === undefined) return scenario
    const controls = scenario.controls.map((link, k) =>
      typeof link === 'string' || 'control' in link ? link : changed(link, ownControlId(scenario, at, link, k)),
    )
    return controls.every((link, k) => link === scenario.controls?.[k]) ? scenario : { ...scenario, controls }
  })
  const shared = portfolio.controls?.map((control) => changed(control, control.id ?? ''))
  return { ...portfolio, scenarios, ...(shared === undefined ? {} : { controls: shared }) }
}

/** The id by which a control of one scenario alone, its k-th, is changed: its own, which several may have, else its place. */
export function ownControlId({ id }: Scenario, at: number, control: Control, k: number): string {
  return control.id ?? `${id ?? at}#${k}`
}

/** Ids of all controls, the portfolio's first, each once. */
export function controlIds({ controls, scenarios }: Portfolio): readonly string[] {
  const own = scenarios.flatMap((scenario, at) =>
    (scenario.controls ?? []).flatMap((link, k) =>
      typeof link === 'string' || 'control' in link ? [] : [ownControlId(scenario, at, link, k)],
    ),
  )
  return [...new Set([...(controls ?? []).map(({ id }) => id ?? ''), ...own])]
}
