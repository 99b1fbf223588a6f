import { listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { EvidenceSearch } from './evidence-search.ts'

export const evidenceListQuery = (api: OrganizationApi, { show, ...search }: EvidenceSearch) =>
  api.query(listEvidence, { query: { ...(show === 'inbox' ? { inbox: true } : {}), ...(search as object) } })
