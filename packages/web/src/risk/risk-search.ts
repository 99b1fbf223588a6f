import { riskSorts, riskStatuses, treatmentOptions } from '@sinew/contract/risk/risk-words.ts'
import { lossStates } from '@sinew/core/loss/loss-state.ts'
import { riskLevels } from '@sinew/core/risk/risk-level.ts'
import { flag, type ListSearch, listSearch, oneOf, positive, type Read, someOf, text } from '../app/search-params.ts'

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

export const riskSearch = listSearch(riskSorts, filters)
export type RiskSearch = ListSearch<(typeof riskSorts)[number], typeof filters>
