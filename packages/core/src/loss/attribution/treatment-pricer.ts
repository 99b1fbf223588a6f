import type { Portfolio, Scenario } from '../model/portfolio.ts'
import { withAssurances } from '../model/portfolio-state.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'

/** A treatment raises controls to an assurance: null for those it does not touch. Nothing is lowered. */
export type Treatment = { readonly id: string; readonly raises: (controlId: string) => number | null }

/**
 * The mean year with a set of treatments, for `bestTreatments`: of each scenario once for each combination of the treatments that reach it, so that thousands of
 * sets cost little more than looking up. Before yearly insurance; at most 30 treatments.
 */
export function treatmentPricer(
  portfolio: Portfolio,
  treatments: readonly Treatment[],
): (bought: ReadonlySet<string>) => number {
  const { commonShocks, ...apart } = portfolio
  // Shocks join scenarios: then all of them are one part.
  const groups =
    commonShocks === undefined || commonShocks.length === 0
      ? portfolio.scenarios.map((one) => [one])
      : [portfolio.scenarios]
  const parts = groups.map((scenarios) => {
    const part: Portfolio = groups.length === 1 ? portfolio : { ...apart, scenarios }
    return { part, reached: bitsOf(treatments, (one) => reaches(one, part)), known: new Map<number, number>() }
  })
  const priced = (part: Portfolio, bits: number) => {
    const raised = withAssurances(part, ({ assurance }, id) =>
      treatments.reduce(
        (most, { raises }, at) => ((bits & (1 << at)) === 0 ? most : Math.max(most, raises(id) ?? 0)),
        assurance,
      ),
    )
    return lossMoments(resolvePortfolio(raised)).mean
  }
  return (bought) => {
    const bits = bitsOf(treatments, ({ id }) => bought.has(id))
    let sum = 0
    for (const { part, reached, known } of parts) {
      const own = bits & reached
      const mean = known.get(own) ?? priced(part, own)
      known.set(own, mean)
      sum += mean
    }
    return sum
  }
}

function bitsOf(treatments: readonly Treatment[], isIn: (one: Treatment) => boolean): number {
  return treatments.reduce((bits, one, at) => (isIn(one) ? bits | (1 << at) : bits), 0)
}

function reaches({ raises }: Treatment, part: Portfolio): boolean {
  const named = new Set(part.scenarios.flatMap(namesOf))
  let isReached = false
  withAssurances(part, ({ assurance }, id) => {
    const isShared = portfolioHas(part, id)
    if ((!isShared || named.has(id)) && (raises(id) ?? 0) > assurance) isReached = true
    return assurance
  })
  return isReached
}

function portfolioHas({ controls }: Portfolio, id: string): boolean {
  return controls?.some((one) => one.id === id) ?? false
}

/** The portfolio's controls that a scenario names. */
function namesOf({ controls }: Scenario): readonly string[] {
  return (controls ?? []).flatMap((link) => {
    if (typeof link === 'string') return [link]
    return 'control' in link ? [link.control] : []
  })
}
