import type { promiseStandings } from '@sinew/core/document/promise-register.ts'
import type { ProofKind } from '../ui/proof-kind.ts'

/** A promise that is kept looks like proof, a late one like proof that went stale. */
export const promiseProof: Readonly<Record<keyof typeof promiseStandings, ProofKind>> = {
  kept: 'proven',
  late: 'stale',
  broken: 'failing',
  unproven: 'unproven',
}
