import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'

const raciRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'raci',
  loader: async ({ context }) => {
    const { raciQuery } = await import('./leadership-queries.ts')
    await context.queries.ensureQueryData(raciQuery(context.api))
  },
  component: screen(() => import('./RaciScreen.tsx')),
})

export const leadershipRoutes = [raciRoute] as const
