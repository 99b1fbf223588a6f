import type { Implementation } from '@sinew/core/chain/chain-snapshot.ts'
import type { LineProof } from '@sinew/core/soa/proof-status.ts'

/** What the files call things, as the screens do. */
export const proofWords: Readonly<Record<LineProof, string>> = {
  proven: 'Proven',
  stale: 'Stale',
  failing: 'Failing',
  unproven: 'Unproven',
  excluded: 'Excluded',
}

export const proofMeanings: Readonly<Record<LineProof, string>> = {
  proven: 'In place, and every piece of evidence it needs is up to date and passes.',
  stale: 'Was proven; some evidence is out of date.',
  failing: 'The latest test of it failed.',
  unproven: 'Stated, but nothing up to date proves it.',
  excluded: 'Not necessary here; the justification says why.',
}

export const implementationWords: Readonly<Record<Implementation, string>> = {
  not_started: 'Not started',
  planned: 'Planned',
  partly: 'Partly implemented',
  implemented: 'Implemented',
}
