import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { oneOf, text } from '../app/search-params.ts'

const views = ['found', 'clauses', 'controls'] as const
const grades = ['major', 'minor', 'observation'] as const
const states = ['missing', 'gap', 'stale', 'there', 'excluded'] as const

export type ReadinessSearch = {
  readonly view?: (typeof views)[number]
  readonly state?: (typeof states)[number]
  readonly grade?: (typeof grades)[number]
  readonly q?: string
}

export const readinessRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: 'readiness',
    validateSearch: (raw: Readonly<Record<string, unknown>>): ReadinessSearch => ({
      view: oneOf(views)(raw.view),
      state: oneOf(states)(raw.state),
      grade: oneOf(grades)(raw.grade),
      q: text(raw.q),
    }),
    loader: async ({ context }) => {
      const { readinessQuery } = await import('./readiness-queries.ts')
      await context.queries.ensureQueryData(readinessQuery(context.api))
    },
    component: screen(() => import('./ReadinessScreen.tsx')),
  }),
] as const
