import { getEvidence, listEvidence, listExpiring } from '@sinew/contract/evidence/evidence-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { EvidenceSearch, ExpiringSearch } from './evidence-search.ts'

export const evidenceListQuery = (api: OrganizationApi, { show, ...search }: EvidenceSearch) =>
  api.query(listEvidence, { query: { ...(show === 'inbox' ? { inbox: true } : {}), ...(search as object) } })

export const evidenceByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listEvidence, { query: { number, pageSize: 1 } })

export const evidenceQuery = (api: OrganizationApi, evidenceId: string) =>
  api.query(getEvidence, { params: { evidenceId } })

/** Pieces that wait for somebody's review. */
export const inboxCountQuery = (api: OrganizationApi) =>
  api.query(listEvidence, { query: { inbox: true, pageSize: 1 } })

/** Proof that ran out or runs out soon, within three months unless asked for otherwise; the first to go first. */
export const expiringQuery = (api: OrganizationApi, { show: _show, ...search }: ExpiringSearch) =>
  api.query(listExpiring, { query: search as object })

/** How much proof is too old by now. */
export const staleCountQuery = (api: OrganizationApi) =>
  api.query(listExpiring, { query: { freshness: 'stale', pageSize: 1 } })

/** The reader as a person of the organisation. */
export const meQuery = (api: OrganizationApi, email: string) =>
  api.query(listPeople, { query: { q: email, active: true, pageSize: 20 } })
