import type { ControlShares, SharesOf } from '../loss/price-risk.ts'
import type { ControlChange, WhatIf } from './what-if.ts'

/** What counts of each control in the changed world, from what counts of it without the change. */
export function changedShares({ assurances, controls }: WhatIf, sharesOf: SharesOf): SharesOf {
  const changes = new Map(controls.map((change) => [change.controlId, change]))
  return (controlId) => {
    const now = sharesOf(controlId)
    if (now === undefined) return undefined
    const change = changes.get(controlId)
    return change === undefined ? inGeneral(now, assurances) : inParticular(now, change)
  }
}

function inGeneral(now: ControlShares, choice: WhatIf['assurances']): ControlShares {
  if (choice === 'today') return now
  return choice === 'claimed' ? { ...now, assurance: now.claimedShare } : { ...now, claimedShare: 1, assurance: 1 }
}

function inParticular(now: ControlShares, change: ControlChange): ControlShares | undefined {
  if (change.change === 'off') return undefined
  if (change.change === 'done') return { ...now, claimedShare: 1, assurance: 1 }
  // What is not in place cannot be proven: that would be a treatment, which costs.
  return { ...now, assurance: Math.min(now.claimedShare, Math.max(0, change.share)) }
}
