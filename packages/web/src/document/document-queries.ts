import { getDocumentCoverage, listDocumentTemplates } from '@sinew/contract/document/document-contract.ts'
import {
  diffDocumentVersions,
  getDocumentVersion,
  listDocumentVersions,
} from '@sinew/contract/document/document-version-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const versionsQuery = (api: OrganizationApi, documentId: string) =>
  api.query(listDocumentVersions, { params: { documentId } })

export const versionQuery = (api: OrganizationApi, documentVersionId: string) =>
  api.query(getDocumentVersion, { params: { documentVersionId } })

export const diffQuery = (api: OrganizationApi, documentVersionId: string) =>
  api.query(diffDocumentVersions, { params: { documentVersionId } })

export const coverageQuery = (api: OrganizationApi) => api.query(getDocumentCoverage)

export const templatesQuery = (api: OrganizationApi) => api.query(listDocumentTemplates)
