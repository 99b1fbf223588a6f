import type { ObligationSummary } from '@sinew/contract/obligation/obligation-contract.ts'
import type { Compliance } from '@sinew/core/obligation/compliance.ts'
import type { ProofKind } from '../ui/proof-kind.ts'

/** What people read for each kind; keys of the translation. */
export const kindWords: Readonly<Record<ObligationSummary['kind'], string>> = {
  law: 'Law',
  contract: 'Contract',
  promise: 'Promise',
}

/** The visual language of how an obligation stands: solid only where what keeps it is proven. */
export const proofOfStatus: Readonly<Record<Compliance, ProofKind>> = {
  compliant: 'proven',
  claimed: 'unproven',
  partly: 'stale',
  not_known: 'excluded',
  not_compliant: 'failing',
}
