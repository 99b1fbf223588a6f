import { proofStatuses } from '@sinew/core/soa/proof-status.ts'
import { z } from 'zod'

export const natures = ['design', 'operation'] as const
export const provenances = ['observed', 'attested', 'declared', 'generated'] as const
export const evidenceStates = ['active', 'withdrawn', 'rejected'] as const
export const freshnessStates = ['current', 'due', 'stale', 'missing'] as const
export const lineProofs = [...proofStatuses, 'excluded'] as const

const passed = z.number().int().min(0).max(100_000_000)

/** What a piece says: it passed, it failed, or k of an expected population of n passed. */
export const evidenceResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pass') }),
  z.object({ kind: z.literal('fail') }),
  z.object({ kind: z.literal('k_of_n'), passed, expected: passed }),
])

export const proofStatusSchema = z.enum(proofStatuses)
export const lineProofSchema = z.enum(lineProofs)
