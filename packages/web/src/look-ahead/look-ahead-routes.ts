import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'

type LookAheadSearch = { readonly days?: number }

export const lookAheadRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: 'look-ahead',
    validateSearch: (raw: Readonly<Record<string, unknown>>): LookAheadSearch => ({ days: positive(raw.days) }),
    loader: async ({ context }) => {
      const { snapshotQuery } = await import('./look-ahead-queries.ts')
      await context.queries.ensureQueryData(snapshotQuery(context.api))
    },
    component: screen(() => import('./LookAheadScreen.tsx')),
  }),
] as const
