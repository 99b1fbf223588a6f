import { type Refusal, refuse } from '../refusal.ts'

export type CauseFacts = {
  readonly cause: string
  readonly whys: readonly string[]
  readonly causeProcess: string
  readonly causeTechnology: string
  readonly causeSupplier: string
  readonly causeSurroundings: string
  readonly causeMeasuring: string
}

const blame =
  /\b(human (error|mistake|failure)|user error|mistake of|forgot|forgotten|forgetful|careless|inattenti|negligen|oversight|not careful|slip of)/i
const whysThatReachASystem = 3

/**
 * Somebody's mistake is where an analysis begins: a cause that names nothing else cannot be removed. Three whys, or one cause
 * that is no person, lead further.
 */
export function questionHumanError(facts: CauseFacts): readonly Refusal[] {
  if (!blame.test(facts.cause)) return []
  const others = [
    facts.causeProcess,
    facts.causeTechnology,
    facts.causeSupplier,
    facts.causeSurroundings,
    facts.causeMeasuring,
  ]
  if (facts.whys.length >= whysThatReachASystem || others.some((one) => one !== '')) return []
  return refuse(
    'human_error',
    '“Human error” alone is no cause: say what in process, tool or training let it happen, by at least three whys or a cause that is no person.',
  )
}
