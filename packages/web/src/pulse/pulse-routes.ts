import { mayEver } from '@sinew/core/access/access-limits.ts'
import { createRoute, redirect } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { readablePages } from '../app/readable-pages.ts'
import { screen } from '../app/screen.ts'

export const pulseRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/',
    // Whoever may not see it begins with the first page of their menu.
    beforeLoad: ({ context: { organization }, params }) => {
      const [first] = readablePages(organization).flatMap(({ items }) => items)
      if (mayEver(organization, 'chain:read') || first === undefined) return
      throw redirect({ to: first.path as string, params })
    },
    loader: async ({ context }) => {
      const { pulseQuery } = await import('./pulse-queries.ts')
      await context.queries.ensureQueryData(pulseQuery(context.api))
    },
    component: screen(() => import('./PulseScreen.tsx')),
  }),
] as const
