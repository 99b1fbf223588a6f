import { sourceEntities } from '@sinew/core/explanation/explanation.ts'
import { type MovementKind, movementKinds } from '@sinew/core/movement/movement.ts'
import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { instant, listSearch, oneOf, someOf, text } from '../app/search-params.ts'

const kinds: readonly MovementKind[] = movementKinds

export const movementRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: 'movements',
    validateSearch: listSearch(['at', 'gapDelta'], {
      kind: someOf(kinds),
      since: instant,
      entity: oneOf(sourceEntities),
      entityId: text,
    }),
    loaderDeps: ({ search }) => search,
    loader: async ({ context, deps: { asOf: _, ...search } }) => {
      const { movementsQuery } = await import('./movement-queries.ts')
      await context.queries.ensureQueryData(movementsQuery(context.api, search))
    },
    component: screen(() => import('./MovementsScreen.tsx')),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: 'movements/$movementId',
    loader: async ({ context, params }) => {
      const { movementQuery } = await import('./movement-queries.ts')
      await context.queries.ensureQueryData(movementQuery(context.api, params.movementId))
    },
    component: screen(() => import('./MovementScreen.tsx')),
  }),
] as const
