import {
  flag,
  list,
  named,
  notNegative,
  number,
  object,
  optional,
  type Problem,
  positive,
  type Reader,
  share,
  text,
} from './field-reader.ts'
import {
  type Containment,
  type Control,
  type ControlEffect,
  controlEffects,
  type Insurance,
  type Portfolio,
  type Scenario,
  type ScenarioControl,
  type Secondary,
} from './portfolio.ts'
import { portfolioProblems } from './portfolio-problems.ts'
import { readEffectiveness, readFrequency, readSeverity } from './read-laws.ts'

export const mostScenarios = 20_000

const effect: Reader<ControlEffect> = (value, path, problems) => {
  const found = controlEffects.find((one) => one === value)
  if (found === undefined) problems.push({ path, message: `must be one of ${controlEffects.join(', ')}` })
  return found
}

const control = object<Control>({
  id: optional(text),
  effect,
  effectiveness: readEffectiveness,
  assurance: share,
  claimed: optional(share),
  target: optional(share),
  coverage: optional(share),
  group: optional(text),
  onOff: optional(flag),
})

const namedControl = object<{ control: string; coverage: number }>({ control: text, coverage: share })

const scenarioControl: Reader<ScenarioControl> = (value, path, problems) => {
  if (typeof value === 'string') return text(value, path, problems)
  const isNamed = typeof value === 'object' && value !== null && 'control' in value
  return isNamed ? namedControl(value, path, problems) : control(value, path, problems)
}

const insurance = object<Insurance>({ deductible: notNegative, limit: positive })
const secondary = object<Secondary>({ probability: share, severity: readSeverity, cap: optional(positive) })
const secondaries: Reader<Secondary | readonly Secondary[]> = (value, path, problems) =>
  Array.isArray(value) ? list(secondary, 1, 10)(value, path, problems) : secondary(value, path, problems)

const scenario = object<Scenario>({
  id: optional(text),
  frequency: readFrequency,
  severity: readSeverity,
  eventCap: optional(positive),
  eventInsurance: optional(insurance),
  secondary: optional(secondaries),
  controls: optional(list(scenarioControl, 0, 50)),
  containment: optional(object<Containment>({ saved: share, noticed: optional(share) })),
})

const portfolio = object<Portfolio>({
  scenarios: list(scenario, 1, mostScenarios),
  controls: optional(list(control, 0, 5_000)),
  maxReduction: optional(share),
  commonCauses: optional(
    list(object<{ group: string; independence: number }>({ group: text, independence: share }), 0, 500),
  ),
  commonShocks: optional(
    list(
      object<{ rate: number; scenarios: readonly string[] }>({ rate: notNegative, scenarios: list(text, 1, 100) }),
      0,
      500,
    ),
  ),
  commonFactor: optional(
    object<{ type: 'gamma'; mean?: 1; cv: number }>({
      type: named('gamma'),
      mean: optional((value, path, problems) =>
        number('1', (x) => x === 1)(value, path, problems) === 1 ? 1 : undefined,
      ),
      cv: number('a number above 0, up to 10', (x) => x > 0 && x <= 10),
    }),
  ),
  copula: optional(
    object<{ type: 'gaussian'; rho: number }>({
      type: named('gaussian'),
      rho: number('a correlation from 0 to 0.999', (x) => x >= 0 && x <= 0.999),
    }),
  ),
  aggregateInsurance: optional(insurance),
})

export type ParsedPortfolio =
  | { readonly portfolio: Portfolio; readonly problems: readonly [] }
  | { readonly portfolio: null; readonly problems: readonly Problem[] }

/**
 * A portfolio from unknown data, or every problem with the path to it (`scenarios[3].frequency.p`). Never throws. A field that is not
 * known is a problem too: a misspelt cap would otherwise be left out in silence.
 */
export function parsePortfolio(data: unknown): ParsedPortfolio {
  const problems: Problem[] = []
  const read = portfolio(data, '', problems)
  if (read !== undefined) problems.push(...portfolioProblems(read))
  return read === undefined || problems.length > 0
    ? { portfolio: null, problems: problems.map(({ path, message }) => ({ path: path || 'portfolio', message })) }
    : { portfolio: read, problems: [] }
}
