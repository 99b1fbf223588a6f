import { type Refusal, refuse } from '../refusal.ts'
import { reviewInputKeys, reviewInputs } from './review-inputs.ts'

export type InputFacts = { readonly input: string; readonly entry: string }
export type ParticipantFacts = { readonly role: string; readonly isPresent: boolean }

/** Held: with top management at the table. */
export function canHold(participants: readonly ParticipantFacts[]): readonly Refusal[] {
  if (participants.some(({ role, isPresent }) => role === 'top' && isPresent)) return []
  return refuse('no_top_management', 'Top management is not present: add who of it takes part.')
}

/** Signed off: every input has an entry, something was decided, and top management was there. */
export function canSign(
  minutes: string,
  inputs: readonly InputFacts[],
  participants: readonly ParticipantFacts[],
  decisions: number,
): readonly Refusal[] {
  const said = new Set(inputs.filter(({ entry }) => entry.trim() !== '').map(({ input }) => input))
  const empty = reviewInputKeys.filter((key) => !said.has(key)).map((key) => `${key.charAt(0)}) ${reviewInputs[key]}`)
  return [
    ...(empty.length === 0
      ? []
      : refuse('empty_input', `These inputs have no entry: ${empty.join('; ')}. Write what was said, or “none”.`)),
    ...canHold(participants),
    ...(decisions > 0
      ? []
      : refuse(
          'no_decision',
          'Nothing was decided: write down what is improved, changed or provided, by whom and until when.',
        )),
    ...(minutes === '' ? refuse('no_minutes', 'There are no minutes: say what the review concluded.') : []),
  ]
}
