import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive, text } from '../app/search-params.ts'
import { riskSearch } from './risk-search.ts'

const getParentRoute = () => organizationRoute

const risksRoute = createRoute({
  getParentRoute,
  path: 'risks',
  validateSearch: riskSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { methodologyQuery, risksQuery } = await import('./risk-queries.ts')
    await Promise.all([
      context.queries.ensureQueryData(risksQuery(context.api, deps)),
      context.queries.ensureQueryData(methodologyQuery(context.api)),
    ])
  },
  component: screen(() => import('./RisksScreen.tsx')),
})

const heatMapRoute = createRoute({
  getParentRoute,
  path: 'risks/heat-map',
  loader: async ({ context }) => {
    const { snapshotQuery } = await import('./risk-queries.ts')
    await context.queries.ensureQueryData(snapshotQuery(context.api))
  },
  component: screen(() => import('./HeatMapScreen.tsx')),
})

type NewRiskSearch = { readonly q?: string; readonly category?: string; readonly own?: true }

const newRiskRoute = createRoute({
  getParentRoute,
  path: 'risks/new',
  validateSearch: (raw: Readonly<Record<string, unknown>>): NewRiskSearch => {
    const [q, category] = [text(raw.q), text(raw.category)]
    return { ...(q ? { q } : {}), ...(category ? { category } : {}), ...(raw.own ? { own: true } : {}) }
  },
  loader: async ({ context }) => {
    const { threatsQuery } = await import('./threat-queries.ts')
    await context.queries.ensureQueryData(threatsQuery(context.api))
  },
  component: screen(() => import('./NewRiskScreen.tsx')),
})

const riskRoute = createRoute({
  getParentRoute,
  path: 'risks/$number',
  loader: async ({ context, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { methodologyQuery, riskByNumberQuery, riskQuery } = await import('./risk-queries.ts')
    const { items } = await context.queries.ensureQueryData(riskByNumberQuery(context.api, number))
    const [risk] = items
    if (risk === undefined) throw notFound()
    await Promise.all([
      context.queries.ensureQueryData(riskQuery(context.api, risk.id)),
      context.queries.ensureQueryData(methodologyQuery(context.api)),
    ])
    return { riskId: risk.id }
  },
  component: screen(() => import('./RiskScreen.tsx')),
})

export const riskRoutes = [risksRoute, heatMapRoute, newRiskRoute, riskRoute] as const
