import type { Explanation } from '../explanation/explanation.ts'
import { policyRef } from '../explanation/people-ref.ts'
import { coveredMinor, type PolicyName } from './borne-year.ts'
import type { PortfolioGround } from './explain-portfolio.ts'
import type { BorneState } from './portfolio-pricer.ts'

const stateWords: Readonly<Record<BorneState, string>> = {
  claimed: 'as claimed',
  proven: 'as proven',
  target: 'at the target',
}

/** Why the policies in force take off what they do, of the expected loss or of the loss that one year in ten exceeds; undefined without any. */
export function explainCover(
  { portfolio }: PortfolioGround,
  state: BorneState,
  what: 'loss' | 'tail',
  t: number,
): Explanation | undefined {
  const { borne } = portfolio
  if (borne === null) return undefined
  const covered = coveredMinor(portfolio, borne, state)
  const name = what === 'loss' ? 'Expected loss of a year' : 'Loss that one year in ten exceeds'
  const [before, after] =
    what === 'loss'
      ? [portfolio.lossMinor[state], borne.lossMinor[state]]
      : [portfolio.tail[state].exceededMinor[10], borne.tail[state].exceededMinor[10]]
  const term = (label: string, value: number): Explanation => ({ label, value, unit: 'minor', asOf: t, terms: [] })
  return {
    label: `${what === 'loss' ? 'Insurance takes off the expected loss of a year' : 'Insurance takes off the loss that one year in ten exceeds'}, ${stateWords[state]}`,
    value: what === 'loss' ? covered.lossMinor : covered.tailMinor,
    unit: 'minor',
    formula: 'before insurance − after insurance',
    asOf: t,
    terms: [
      term(`${name}, before insurance`, before),
      term(`${name}, after insurance`, after),
      ...borne.policies.map((policy) => policyTerm(policy, t)),
    ],
  }
}

/** A policy in force; what it pays follows from all of them together. */
export function policyTerm({ id, number, name }: PolicyName, t: number): Explanation {
  const ref = policyRef(number)
  return {
    label: `${ref} ${name}`,
    value: 'in force',
    unit: 'state',
    source: { entity: 'insurance_policy', id, ref, label: name },
    asOf: t,
    terms: [],
  }
}
