import { getEvidence, listEvidence, listExpiring } from '@sinew/contract/evidence/evidence-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { EvidenceSearch } from './evidence-search.ts'

export const evidenceListQuery = (api: OrganizationApi, { show, ...search }: EvidenceSearch) =>
  api.query(listEvidence, { query: { ...(show === 'inbox' ? { inbox: true } : {}), ...(search as object) } })

export const evidenceByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listEvidence, { query: { number, pageSize: 1 } })

export const evidenceQuery = (api: OrganizationApi, evidenceId: string) =>
  api.query(getEvidence, { params: { evidenceId } })

/** Pieces that wait for somebody's review. */
export const inboxCountQuery = (api: OrganizationApi) =>
  api.query(listEvidence, { query: { inbox: true, pageSize: 1 } })

/** Proof that ran out or runs out within three months, the first to go first. */
export const expiringQuery = (api: OrganizationApi, { page, pageSize }: EvidenceSearch) =>
  api.query(listExpiring, { query: { page, pageSize } })

/** The reader as a person of the organisation. */
export const meQuery = (api: OrganizationApi, email: string) =>
  api.query(listPeople, { query: { q: email, active: true, pageSize: 20 } })
