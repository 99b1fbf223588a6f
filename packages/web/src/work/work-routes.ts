import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { workSearch } from './work-search.ts'

const getParentRoute = () => organizationRoute

const workRoute = createRoute({
  getParentRoute,
  path: 'work',
  validateSearch: workSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { workQuery } = await import('./work-queries.ts')
    await context.queries.ensureQueryData(workQuery(context.api, deps))
  },
  component: screen(() => import('./WorkScreen.tsx')),
})

export const workRoutes = [workRoute] as const
