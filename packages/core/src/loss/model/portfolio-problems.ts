import type { Problem } from './field-reader.ts'
import type { Control, Portfolio, Scenario } from './portfolio.ts'

/** Ids that name nothing, name two things, or parts that do not go together: what no field can say of itself. */
export function portfolioProblems(portfolio: Portfolio): readonly Problem[] {
  const controls = new Map<string, Control>()
  const problems: Problem[] = []
  portfolio.controls?.forEach((control, at) => {
    const path = `controls[${at}].id`
    if (control.id === undefined) problems.push({ path, message: 'is needed: scenarios name this control by it' })
    else if (controls.has(control.id)) problems.push({ path, message: `${control.id} is the id of two controls` })
    else controls.set(control.id, control)
  })
  const ids = new Set<string>()
  portfolio.scenarios.forEach((scenario, at) => {
    const path = `scenarios[${at}]`
    const { id } = scenario
    if (id !== undefined && ids.has(id))
      problems.push({ path: `${path}.id`, message: `${id} is the id of two scenarios` })
    if (id !== undefined) ids.add(id)
    problems.push(...scenarioProblems(scenario, path, controls, portfolio))
  })
  if (portfolio.copula !== undefined && portfolio.commonFactor !== undefined)
    problems.push({ path: 'copula', message: 'cannot be combined with a common factor: one of them is enough' })
  portfolio.commonShocks?.forEach(({ scenarios }, shock) => {
    scenarios.forEach((id, at) => {
      const path = `commonShocks[${shock}].scenarios[${at}]`
      if (!ids.has(id)) problems.push({ path, message: `there is no scenario ${id}` })
      if (scenarios.indexOf(id) !== at) problems.push({ path, message: `${id} is named twice` })
    })
  })
  return problems
}

function scenarioProblems(
  scenario: Scenario,
  path: string,
  shared: Map<string, Control>,
  portfolio: Portfolio,
): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const groups = new Set(portfolio.commonCauses?.map(({ group }) => group))
  scenario.controls?.forEach((link, at) => {
    const where = `${path}.controls[${at}]`
    const id = typeof link === 'string' ? link : 'control' in link ? link.control : link.id
    const own = typeof link === 'string' || 'control' in link ? undefined : link
    const control = own ?? shared.get(id ?? '')
    if (control === undefined) problems.push({ path: where, message: `there is no control ${id}` })
    if (own !== undefined && id !== undefined && shared.has(id))
      problems.push({ path: `${where}.id`, message: `${id} is already a control of the portfolio; name it by its id` })
    if (id !== undefined && seen.has(id)) problems.push({ path: where, message: `${id} acts on this scenario already` })
    if (id !== undefined) seen.add(id)
    if (control?.group !== undefined && !groups.has(control.group))
      problems.push({ path: where, message: `the group ${control.group} is not in commonCauses` })
    const contains = control?.effect === 'detect' || control?.effect === 'respond'
    if (contains && scenario.containment === undefined)
      problems.push({ path: `${path}.containment`, message: 'is needed: how much of a contained loss is saved' })
  })
  if (scenario.eventInsurance !== undefined && scenario.secondary !== undefined)
    problems.push({ path: `${path}.eventInsurance`, message: 'cannot be combined with secondary losses' })
  const yesNo = scenario.frequency.type === 'bernoulli' || scenario.frequency.type === 'binomial'
  if (yesNo && portfolio.commonFactor !== undefined)
    problems.push({
      path: `${path}.frequency`,
      message: 'is a number of chances, which a common factor of rates cannot multiply',
    })
  return problems
}
