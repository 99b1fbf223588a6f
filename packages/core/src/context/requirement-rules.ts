import { type Refusal, refuse } from '../refusal.ts'

type Requirement = {
  readonly isAddressed: 'undecided' | 'addressed' | 'not_addressed'
  readonly answer: string
  readonly obligationId: string | null
}

/** Why what is said of a party's requirement does not hold together: an answer that nobody can find is none. */
export function requirementRefusals({ isAddressed, answer, obligationId }: Requirement): readonly Refusal[] {
  if (isAddressed === 'addressed' && answer === '' && obligationId === null)
    return refuse('no_answer', 'A requirement that is addressed says how, or names the obligation it became.')
  if (isAddressed === 'not_addressed' && answer === '')
    return refuse('no_reason', 'A requirement that is not addressed says why not.')
  return []
}
