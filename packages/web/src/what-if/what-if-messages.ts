import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { ChosenTreatments } from '@sinew/core/loss/attribution/best-treatments.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import type { Outcome } from './outcome.ts'

/** What can be asked of a chain, and what is answered. */
export type WhatIfAnswers = {
  readonly price: Outcome
  /** What putting each treatment in place alone takes off the expected year of today, by control. */
  readonly worth: ReadonlyMap<string, number>
  /** The best set of treatments within a yearly budget. */
  readonly best: ChosenTreatments
}

export type WhatIfQuestion =
  | { readonly kind: 'price'; readonly whatIf: WhatIf }
  | { readonly kind: 'worth' }
  | { readonly kind: 'best'; readonly whatIf: WhatIf; readonly budgetMinor: number }

export type WhatIfRequest =
  | { readonly kind: 'open'; readonly snapshot: ChainSnapshot; readonly at: number }
  | { readonly kind: 'ask'; readonly job: number; readonly question: WhatIfQuestion }

export type WhatIfMessage =
  /** How far a job is, 0 to 1. */
  | { readonly kind: 'progress'; readonly job: number; readonly share: number }
  | { readonly kind: 'answer'; readonly job: number; readonly answer: WhatIfAnswers[keyof WhatIfAnswers] }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string }
