import type { riskSorts } from '@sinew/contract/risk/risk-contract.ts'
import type {
  treatmentOptions as contractOptions,
  riskStatuses as contractStatuses,
} from '@sinew/contract/risk/risk-fields.ts'
import { lossStates } from '@sinew/core/loss/price-risk.ts'
import { riskLevels } from '@sinew/core/risk/risk-level.ts'
import { flag, type ListSearch, listSearch, oneOf, positive, type Read, someOf, text } from '../app/search-params.ts'

// The contract's own lists would bring its schemas into the first load; their types keep these copies honest.
const sorts = [
  'number',
  'title',
  'category',
  'status',
  'owner',
  'level',
  'inherent',
  'claimed',
  'proven',
  'target',
  'gap',
  'reviewAt',
  'updatedAt',
] as const satisfies typeof riskSorts
export const riskStatuses = [
  'draft',
  'assessed',
  'treated',
  'accepted',
  'closed',
] as const satisfies typeof contractStatuses
export const treatmentOptions = ['modify', 'retain', 'avoid', 'share'] as const satisfies typeof contractOptions

const bandIndex: Read<number> = (raw) => (raw === 0 || raw === '0' ? 0 : positive(raw))

const filters = {
  status: someOf(riskStatuses),
  level: someOf(riskLevels),
  state: oneOf(lossStates),
  likelihoodBand: bandIndex,
  consequenceBand: bandIndex,
  ownerId: text,
  category: text,
  treatment: oneOf(treatmentOptions),
  controlId: text,
  assetId: text,
  aboveAppetite: flag,
  reviewOverdue: flag,
}

export const riskSearch = listSearch(sorts, filters)
export type RiskSearch = ListSearch<(typeof sorts)[number], typeof filters>
