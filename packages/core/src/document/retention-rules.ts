import { type Refusal, refuse } from '../refusal.ts'

/** Years of one certification cycle. */
const cycleYears = 3

/**
 * Records of an ISMS are kept for one whole certification cycle and the current one; what was replaced or ended has been through the
 * current one. Less needs a ground, such as a law on personal data.
 */
export function retentionRefusals(rule: {
  readonly keepYears: number
  readonly begins: 'created' | 'superseded' | 'ended'
  readonly basis: string
}): readonly Refusal[] {
  const least = rule.begins === 'created' ? 2 * cycleYears : cycleYears
  if (rule.keepYears >= least || rule.basis.trim() !== '') return []
  return refuse(
    'shorter_than_a_cycle',
    `An auditor looks back over a certification cycle of three years and the current one: keep it for ${least} years, or say under “Why that long” what asks for less.`,
  )
}
