import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { backTestSearch } from './back-test-search.ts'

const backTestRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'back-test',
  validateSearch: backTestSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { backTestQuery, backTestsQuery } = await import('./back-test-queries.ts')
    await Promise.all([
      context.queries.ensureQueryData(backTestQuery(context.api)),
      context.queries.ensureQueryData(backTestsQuery(context.api, deps)),
    ])
  },
  component: screen(() => import('./BackTestScreen.tsx')),
})

export const backTestRoutes = [backTestRoute] as const
