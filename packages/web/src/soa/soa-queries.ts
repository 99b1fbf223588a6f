import { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import { getSoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { diffSoa, getSoaVersion, listSoaVersions, verifySoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import { filterKeys, type SoaSearch } from './soa-search.ts'

/** A page of the statement behind the filters of the address; which line is open matters only where no page is named. */
export function soaQuery(api: OrganizationApi, { page, pageSize, line, ...search }: SoaSearch) {
  const filters = Object.fromEntries(
    filterKeys.flatMap((key) => {
      const value = search[key]
      if (value === undefined) return []
      return [[key, typeof value === 'boolean' ? String(value) : Array.isArray(value) ? [...value] : value]]
    }),
  )
  const place = page === undefined ? { line } : page === 1 ? {} : { page }
  return api.query(getSoa, { query: { ...filters, ...place, pageSize } })
}

export const lineQuery = (api: OrganizationApi, controlId: string) => api.query(getSoaLine, { params: { controlId } })

export const versionsQuery = (api: OrganizationApi) => api.query(listSoaVersions)

export const versionQuery = (api: OrganizationApi, soaVersionId: string) =>
  api.query(getSoaVersion, { params: { soaVersionId } })

export const verifyQuery = (api: OrganizationApi, soaVersionId: string) =>
  api.query(verifySoaVersion, { params: { soaVersionId } })

export const compareQuery = (api: OrganizationApi, from: number, to: number | 'live') =>
  api.query(diffSoa, { query: { from, to } })
