import type { ReasonKind } from '../chain/chain-snapshot.ts'
import type { SoaField } from './diff-soa.ts'

/** What screens and files call the reasons to apply a control. */
export const reasonWords: Readonly<Record<ReasonKind, string>> = {
  risk_treatment: 'Risk treatment',
  legal: 'Law',
  contractual: 'Contract',
  business: 'Business',
}

/** What screens and files call what two statements differ in. */
export const soaFieldWords: Readonly<Record<SoaField, string>> = {
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
