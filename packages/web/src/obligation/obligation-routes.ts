import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { obligationSearch } from './obligation-search.ts'

const getParentRoute = () => organizationRoute

const obligationsRoute = createRoute({
  getParentRoute,
  path: 'obligations',
  validateSearch: obligationSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { obligationsQuery } = await import('./obligation-queries.ts')
    await context.queries.ensureQueryData(obligationsQuery(context.api, deps))
  },
  component: screen(() => import('./ObligationsScreen.tsx')),
})

const obligationRoute = createRoute({
  getParentRoute,
  path: 'obligations/$number',
  loader: async ({ context, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { obligationByNumberQuery, obligationQuery } = await import('./obligation-queries.ts')
    const { items } = await context.queries.ensureQueryData(obligationByNumberQuery(context.api, number))
    const [obligation] = items
    if (obligation === undefined) throw notFound()
    await context.queries.ensureQueryData(obligationQuery(context.api, obligation.id))
    return { obligationId: obligation.id }
  },
  component: screen(() => import('./ObligationScreen.tsx')),
})

export const obligationRoutes = [obligationsRoute, obligationRoute] as const
