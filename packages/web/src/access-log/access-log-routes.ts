import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { type ListSearch, listSearch, text } from '../app/search-params.ts'

const sorts = ['at', 'memberName'] as const
const filters = { from: text, until: text, memberEmail: text }

export type AccessLogSearch = ListSearch<(typeof sorts)[number], typeof filters>

const accessLogRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'settings/access-log',
  validateSearch: listSearch(sorts, filters),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps: { asOf: _, ...search } }) => {
    const { accessLogQuery } = await import('./access-log-queries.ts')
    await context.queries.ensureQueryData(accessLogQuery(context.api, search))
  },
  component: screen(() => import('./AccessLogScreen.tsx')),
})

export const accessLogRoutes = [accessLogRoute] as const
