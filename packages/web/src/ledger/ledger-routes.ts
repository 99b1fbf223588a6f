import { hasPermission } from '@sinew/core/access/permissions.ts'
import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { ledgerSearch } from './ledger-search.ts'

const getParentRoute = () => organizationRoute

const ledgerRoute = createRoute({
  getParentRoute,
  path: 'ledger',
  validateSearch: ledgerSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    // Whoever may not read it is told so by the page, which then asks for nothing.
    if (!hasPermission(context.organization.role, 'ledger:read')) return
    const { actorsQuery, trailQuery } = await import('./ledger-queries.ts')
    await Promise.all([
      context.queries.ensureInfiniteQueryData(trailQuery(context.api, deps)),
      context.queries.ensureQueryData(actorsQuery(context.api)),
    ])
  },
  component: screen(() => import('./LedgerScreen.tsx')),
})

const deletedRoute = createRoute({
  getParentRoute,
  path: 'ledger/deleted',
  validateSearch: (raw: Readonly<Record<string, unknown>>): { readonly page?: number } => {
    const page = positive(raw.page)
    return page === undefined ? {} : { page }
  },
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    if (!hasPermission(context.organization.role, 'ledger:restore')) return
    const { deletedQuery } = await import('./ledger-queries.ts')
    await context.queries.ensureQueryData(deletedQuery(context.api, deps.page ?? 1))
  },
  component: screen(() => import('./DeletedScreen.tsx')),
})

export const ledgerRoutes = [ledgerRoute, deletedRoute] as const
