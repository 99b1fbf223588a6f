import { obligationReviews } from '@sinew/contract/obligation/obligation-review-contract.ts'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { PartPanel } from '../register/PartPanel.tsx'

/** The reviews of an obligation, each written once. */
export function ObligationReviews({ obligationId }: { readonly obligationId: string }) {
  // Its fields are known by their names alone in the panel of any register.
  return <PartPanel contract={obligationReviews as unknown as RegisterContract} parentId={obligationId} />
}
