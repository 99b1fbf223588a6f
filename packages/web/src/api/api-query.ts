import { type OutputOf, type QueryOf, urlOf } from '@sinew/contract/client.ts'
import type { Route } from '@sinew/contract/route.ts'
import { queryOptions } from '@tanstack/react-query'
import { apiClient } from './api-client.ts'

/** What a read needs: the identifiers in its path (the organisation's is added where known) and its query. */
export type ReadInput<R extends Route> = {
  readonly params?: Partial<Record<Exclude<keyof R['params']['_zod']['input'], 'organizationId'>, string>>
  readonly query?: Omit<QueryOf<R>, 'asOf'>
}

/** Query options for a route without an organisation, keyed by route and input. */
export function apiQuery<R extends Route>(route: R, input: ReadInput<R> = {}) {
  return readQuery(route, input.params ?? {}, input.query ?? {})
}

/** Keys are `[route id, path parameters, query]`, so that everything of one organisation can be found and refreshed. */
export function readQuery<R extends Route>(route: R, params: object, query: object) {
  return queryOptions({
    queryKey: [route.id, params, query] as const,
    queryFn: ({ signal }): Promise<OutputOf<R>> =>
      apiClient.call(route, { params, query: query as QueryOf<R>, signal }),
  })
}

/** The address of a read, for downloads. */
export function readUrl<R extends Route>(route: R, params: object, query: object): string {
  return urlOf('', route, { params, query: query as QueryOf<R> })
}
