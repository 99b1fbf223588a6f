import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'

export const lossRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: 'loss',
    loader: async ({ context }) => {
      const { historyQuery, snapshotQuery } = await import('./loss-queries.ts')
      await Promise.all([
        context.queries.ensureQueryData(snapshotQuery(context.api)),
        context.queries.ensureQueryData(historyQuery(context.api)),
      ])
    },
    component: screen(() => import('./LossScreen.tsx')),
  }),
] as const
