import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'

export const pulseRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/',
    loader: async ({ context }) => {
      const { pulseQuery } = await import('./pulse-queries.ts')
      await context.queries.ensureQueryData(pulseQuery(context.api))
    },
    component: screen(() => import('./PulseScreen.tsx')),
  }),
] as const
