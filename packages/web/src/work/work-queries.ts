import { getMyWork, listWork } from '@sinew/contract/work/work-contract.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import { monthDays } from './month.ts'
import type { Whose, WorkSearch } from './work-search.ts'

// A kind that is none is refused by the server, like any mistyped filter.
export const workQuery = (api: OrganizationApi, search: WorkSearch) => api.query(listWork, { query: search as never })

/** As much of one's own as a page shows. */
export const myItemsQuery = (api: OrganizationApi) => workQuery(api, { whose: 'mine', pageSize: 100 })

/** What falls on the days that the page of a month shows. */
export const calendarQuery = (api: OrganizationApi, month: string, whose: Whose | undefined) => {
  const days = monthDays(month)
  const from = new Date(days[0] ?? 0).toISOString()
  const to = new Date((days.at(-1) ?? 0) + dayMs).toISOString()
  return workQuery(api, { from, to, pageSize: 200, ...(whose ? { whose } : {}) })
}

export const myWorkQuery = (api: OrganizationApi) => api.query(getMyWork)
