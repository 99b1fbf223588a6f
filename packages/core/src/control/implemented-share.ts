import type { ControlInput } from '../chain/chain-snapshot.ts'

/** g in [0, 1]: not started and planned 0, partly its stated share, implemented 1. An excluded control contributes nothing. */
export function implementedShare(control: Pick<ControlInput, 'applicable' | 'implementation' | 'partlyShare'>): number {
  if (!control.applicable) return 0
  if (control.implementation === 'implemented') return 1
  if (control.implementation !== 'partly' || Number.isNaN(control.partlyShare)) return 0
  return Math.min(1, Math.max(0, control.partlyShare))
}
