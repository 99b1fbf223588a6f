import type { BodyOf } from '@sinew/contract/client.ts'
import type { createWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'

/** The world as the contract takes it: the same, with lists of its own. */
export function contentOf({ controls, insurance, ...rest }: WhatIf): BodyOf<typeof createWhatIf>['content'] {
  return {
    ...rest,
    controls: [...controls],
    insurance: insurance && { ...insurance, riskIds: insurance.riskIds && [...insurance.riskIds] },
  }
}
