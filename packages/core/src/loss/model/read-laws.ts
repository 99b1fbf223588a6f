import {
  list,
  named,
  notNegative,
  number,
  object,
  oneOf,
  optional,
  positive,
  type Reader,
  share,
  withRule,
} from './field-reader.ts'
import type { Constant, Frequency, Gamma, Lognormal90, Pert, Severity, Uncertain, Uniform } from './portfolio.ts'

const lognormal90 = withRule(
  object<Lognormal90>({ type: named('lognormal90'), low: positive, high: positive }),
  ({ low, high }) => (low <= high ? null : { path: '', message: `is upside down: low ${low} is above high ${high}` }),
)

function pertBetween(bound: Reader<number>): Reader<Pert> {
  const lambda = optional(number('a number from 0.1 to 100', (x) => x >= 0.1 && x <= 100))
  return withRule(
    object<Pert>({ type: named('pert'), min: bound, mode: bound, max: bound, lambda }),
    ({ min, mode, max }) => {
      if (!(min < max)) return { path: '', message: `is upside down: min ${min} is not below max ${max}` }
      const inside = mode >= min && mode <= max
      return inside ? null : { path: 'mode', message: `${mode} is not between min ${min} and max ${max}` }
    },
  )
}

function uniformBetween(bound: Reader<number>): Reader<Uniform> {
  return withRule(object<Uniform>({ type: named('uniform'), min: bound, max: bound }), ({ min, max }) =>
    min < max ? null : { path: '', message: `is upside down: min ${min} is not below max ${max}` },
  )
}

const gamma = object<Gamma>({
  type: named('gamma'),
  shape: number('a number from 0.01 to 1e6', (x) => x >= 0.01 && x <= 1e6),
  scale: positive,
})

const constantOf = (value: Reader<number>) => object<Constant>({ type: named('constant'), value })

const uncertain: Reader<Uncertain> = oneOf<Uncertain>(
  {
    lognormal90,
    pert: pertBetween(notNegative),
    uniform: uniformBetween(notNegative),
    gamma,
    constant: constantOf(notNegative),
  },
  'law of a rate',
)

/** A yearly count would have to be simulated one by one beyond this. */
const rate = number('a rate from 0 to 100,000 a year', (x) => x >= 0 && x <= 100_000)

type Of<Name extends Frequency['type']> = Extract<Frequency, { type: Name }>

export const readFrequency: Reader<Frequency> = oneOf<Frequency>(
  {
    poisson: object<Of<'poisson'>>({ type: named('poisson'), rate }),
    bernoulli: object<Of<'bernoulli'>>({ type: named('bernoulli'), p: share }),
    binomial: object<Of<'binomial'>>({
      type: named('binomial'),
      n: number('a whole number from 1 to 100,000', (x) => Number.isInteger(x) && x >= 1 && x <= 100_000),
      p: share,
    }),
    negbin: object<Of<'negbin'>>({
      type: named('negbin'),
      mean: rate,
      r: number('a number from 0.01 to 1e6', (x) => x >= 0.01 && x <= 1e6),
    }),
    zip: object<Of<'zip'>>({ type: named('zip'), pZero: share, rate }),
    mixedPoisson: object<Of<'mixedPoisson'>>({ type: named('mixedPoisson'), rate: uncertain }),
  },
  'frequency law',
)

/** How much of a control works where it works: a share of 0 to 1. */
export const readEffectiveness = oneOf<Constant | Pert | Uniform>(
  { constant: constantOf(share), pert: pertBetween(share), uniform: uniformBetween(share) },
  'law of an effectiveness',
)

type Loss<Name extends Severity['type']> = Extract<Severity, { type: Name }>

const inner = number('a probability above 0 and below 1', (x) => x > 0 && x < 1)
const quantile = object<{ p: number; value: number }>({ p: inner, value: positive })

const lognormal = withRule<Loss<'lognormal'>>(
  (value, path, problems) => {
    const read = object<{ type: 'lognormal'; quantiles: readonly { p: number; value: number }[] }>({
      type: named('lognormal'),
      quantiles: list(quantile, 2, 2),
    })(value, path, problems)
    const [first, second] = read?.quantiles ?? []
    return first && second ? { type: 'lognormal', quantiles: [first, second] } : undefined
  },
  ({ quantiles: [a, b] }) =>
    a.p < b.p && a.value <= b.value
      ? null
      : { path: 'quantiles', message: 'must rise: a larger probability goes with a larger amount' },
)

const shapes = (depth: number): Readonly<Record<string, Reader<Severity>>> => ({
  lognormal90,
  lognormal,
  pert: pertBetween(notNegative),
  uniform: uniformBetween(notNegative),
  gamma,
  exponential: object<Loss<'exponential'>>({ type: named('exponential'), mean: positive }),
  constant: constantOf(notNegative),
  empirical: object<Loss<'empirical'>>({ type: named('empirical'), values: list(notNegative, 1, 100_000) }),
  mixture: withRule(
    object<Loss<'mixture'>>({
      type: named('mixture'),
      parts: list(object({ weight: positive, severity: severityAt(depth + 1) }), 1, 20),
    }),
    ({ parts }) => {
      const sum = parts.reduce((total, { weight }) => total + weight, 0)
      return Math.abs(sum - 1) < 1e-9 ? null : { path: 'parts', message: `weights add up to ${sum}, not to 1` }
    },
  ),
  capped: object<Loss<'capped'>>({ type: named('capped'), cap: positive, severity: severityAt(depth + 1) }),
})

const deepest = 4

/** Reads a law of losses; a law within a law within … goes four deep. */
function severityAt(depth: number): Reader<Severity> {
  return (value, path, problems) => {
    if (depth <= deepest) return oneOf(shapes(depth), 'severity law')(value, path, problems)
    problems.push({ path, message: `is nested more than ${deepest} deep` })
    return undefined
  }
}

export const readSeverity: Reader<Severity> = severityAt(0)
