import type { Implementation, ReasonKind } from '@sinew/core/chain/chain-snapshot.ts'
import type { SoaField } from '@sinew/core/soa/diff-soa.ts'
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

export const reasonWords: Readonly<Record<ReasonKind, string>> = {
  risk_treatment: 'Risk treatment',
  legal: 'Law',
  contractual: 'Contract',
  business: 'Business',
}

export const fieldWords: Readonly<Record<SoaField, string>> = {
  line: 'Control',
  title: 'Title',
  applicable: 'Applicability',
  justification: 'Justification of exclusion',
  reasons: 'Reasons',
  needs: 'Evidence need',
  implementation: 'Implementation',
  description: 'How it is implemented',
  owner: 'Owner',
  plannedAt: 'Planned date',
  remarks: 'Remarks',
  proof: 'Proof',
}
