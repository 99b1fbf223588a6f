import type { Route } from '@sinew/contract/route.ts'
import { type ReadInput, readQuery, readUrl } from './api-query.ts'

/** Reads of one organisation at one instant: every page and loader gets one, and never repeats id or date. */
export type OrganizationApi = {
  readonly organizationId: string
  /** The past instant shown (ISO text), or null for now. */
  readonly asOf: string | null
  readonly query: <R extends Route>(route: R, input?: ReadInput<R>) => ReturnType<typeof readQuery<R>>
  /** The address of a read, for exports and files; it shows the same instant. */
  readonly url: <R extends Route>(route: R, input?: ReadInput<R>) => string
}

export function organizationApi(organizationId: string, asOf: string | null): OrganizationApi {
  const params = (given: object | undefined) => ({ organizationId, ...given })
  const query = (route: Route, given: object | undefined) => ({
    ...(route.timeTravel && asOf ? { asOf } : {}),
    ...given,
  })
  return {
    organizationId,
    asOf,
    query: (route, input) => readQuery(route, params(input?.params), query(route, input?.query)),
    url: (route, input) => readUrl(route, params(input?.params), query(route, input?.query)),
  }
}
