import type { QueryClient } from '@tanstack/react-query'

/** What every route's loader gets. Below an organisation `organization` and `api` join in. */
export type RouterContext = { readonly queries: QueryClient }
