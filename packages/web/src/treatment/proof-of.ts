import type { ControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import { type ProofKind, proofKinds } from '../ui/proof-kind.ts'

/** How well a link's control is proven, as the visual language says it. */
export function proofOf({ proof, applicable }: Pick<ControlLink, 'proof' | 'applicable'>): ProofKind {
  if (!applicable) return 'excluded'
  return proofKinds.find((kind) => kind === proof) ?? 'unproven'
}
