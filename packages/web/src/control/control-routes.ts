import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { controlSearch } from './control-search.ts'

const controlsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'controls',
  validateSearch: controlSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { applicableCountQuery, controlsQuery, provenCountQuery } = await import('./control-queries.ts')
    const { queries, api } = context
    await Promise.all([
      queries.ensureQueryData(controlsQuery(api, deps)),
      queries.ensureQueryData(applicableCountQuery(api)),
      queries.ensureQueryData(provenCountQuery(api)),
    ])
  },
  component: screen(() => import('./ControlsScreen.tsx')),
})

export const controlRoutes = [controlsRoute] as const
