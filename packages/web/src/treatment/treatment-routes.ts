import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { actionSearch } from './action-search.ts'

const getParentRoute = () => organizationRoute

const treatmentRoute = createRoute({
  getParentRoute,
  path: 'treatment',
  validateSearch: actionSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { actionsQuery } = await import('./action-queries.ts')
    await context.queries.ensureQueryData(actionsQuery(context.api, deps))
  },
  component: screen(() => import('./TreatmentScreen.tsx')),
})

const actionRoute = createRoute({
  getParentRoute,
  path: 'treatment/$number',
  loader: async ({ context, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { actionByNumberQuery, actionQuery } = await import('./action-queries.ts')
    const [action] = (await context.queries.ensureQueryData(actionByNumberQuery(context.api, number))).items
    if (action === undefined) throw notFound()
    await context.queries.ensureQueryData(actionQuery(context.api, action.id))
    return { actionId: action.id }
  },
  component: screen(() => import('./ActionScreen.tsx')),
})

export const treatmentRoutes = [treatmentRoute, actionRoute] as const
