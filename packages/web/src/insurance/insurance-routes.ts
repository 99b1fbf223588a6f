import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { policySearch } from './insurance-search.ts'

const getParentRoute = () => organizationRoute

const policiesRoute = createRoute({
  getParentRoute,
  path: 'insurance',
  validateSearch: policySearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { policiesQuery } = await import('./insurance-queries.ts')
    await context.queries.ensureQueryData(policiesQuery(context.api, deps))
  },
  component: screen(() => import('./InsuranceScreen.tsx')),
})

const policyRoute = createRoute({
  getParentRoute,
  path: 'insurance/$number',
  loader: async ({ context: { queries, api }, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { policyByNumberQuery, policyQuery } = await import('./insurance-queries.ts')
    const [policy] = (await queries.ensureQueryData(policyByNumberQuery(api, number))).items
    if (policy === undefined) throw notFound()
    await queries.ensureQueryData(policyQuery(api, policy.id))
    return { policyId: policy.id }
  },
  component: screen(() => import('./PolicyScreen.tsx')),
})

export const insuranceRoutes = [policiesRoute, policyRoute] as const
