import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { evidenceSearch } from './evidence-search.ts'

const evidenceListRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'evidence',
  validateSearch: evidenceSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { evidenceListQuery } = await import('./evidence-queries.ts')
    await context.queries.ensureQueryData(evidenceListQuery(context.api, deps))
  },
  component: screen(() => import('./EvidenceListScreen.tsx')),
})

export const evidenceRoutes = [evidenceListRoute] as const
