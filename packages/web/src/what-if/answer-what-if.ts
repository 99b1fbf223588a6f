import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { Steps } from '@sinew/core/loss/exact/in-steps.ts'
import { bestWithinBudget } from '@sinew/core/what-if/best-within-budget.ts'
import { whatIfPricer } from '@sinew/core/what-if/price-what-if.ts'
import { treatmentsOf } from '@sinew/core/what-if/treatments.ts'
import { outcomes } from './outcome.ts'
import type { WhatIfAnswers, WhatIfQuestion } from './what-if-messages.ts'

export type Answering = (question: WhatIfQuestion) => Steps<WhatIfAnswers[keyof WhatIfAnswers]>

/** Answers questions about changed worlds of one chain, one after another: in the page, or in a worker. */
export function whatIfAnswers(snapshot: ChainSnapshot, at: number): Answering {
  const pricer = whatIfPricer(snapshot, at)
  const treatments = treatmentsOf(snapshot)
  const outcomeOf = outcomes(snapshot.methodology.appetite)
  return function* answer(question) {
    if (question.kind === 'price') return outcomeOf(yield* pricer.priceInSteps(question.whatIf))
    if (question.kind === 'worth') return pricer.worthOfEach(treatments)
    return bestWithinBudget(question.whatIf, treatments, question.budgetMinor, pricer)
  }
}
