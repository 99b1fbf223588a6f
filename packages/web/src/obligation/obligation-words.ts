import type { ObligationSummary } from '@sinew/contract/obligation/obligation-contract.ts'

/** What people read for each kind; keys of the translation. */
export const kindWords: Readonly<Record<ObligationSummary['kind'], string>> = {
  law: 'Law',
  contract: 'Contract',
  promise: 'Promise',
}
