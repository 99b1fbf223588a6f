import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'

export const firstChainRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: 'first-chain',
    loader: async ({ context }) => {
      const { loadFirstChain } = await import('./first-chain-queries.ts')
      await loadFirstChain(context.queries, context.api)
    },
    component: screen(() => import('./FirstChainScreen.tsx')),
  }),
] as const
