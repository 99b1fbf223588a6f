import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'

const getParentRoute = () => organizationRoute

const collectorsRoute = createRoute({
  getParentRoute,
  path: 'collectors',
  loader: async ({ context: { queries, api } }) => {
    const { collectorsQuery } = await import('./collector-queries.ts')
    await queries.ensureQueryData(collectorsQuery(api))
  },
  component: screen(() => import('./CollectorsScreen.tsx')),
})

const collectorRoute = createRoute({
  getParentRoute,
  path: 'collectors/$number',
  loader: async ({ context: { queries, api }, params }) => {
    const { collectorQuery, collectorsQuery, missingSubjectsQuery, runsQuery } = await import('./collector-queries.ts')
    const number = positive(params.number)
    const { items } = await queries.ensureQueryData(collectorsQuery(api))
    const collector = items.find((one) => one.number === number)
    if (collector === undefined) throw notFound()
    await Promise.all([
      queries.ensureQueryData(collectorQuery(api, collector.id)),
      queries.ensureQueryData(runsQuery(api, collector.id)),
      queries.ensureQueryData(missingSubjectsQuery(api, collector.id)),
    ])
    return { collectorId: collector.id }
  },
  component: screen(() => import('./CollectorScreen.tsx')),
})

const ingestRunRoute = createRoute({
  getParentRoute,
  path: 'collectors/reports/$ingestRunId',
  loader: async ({ context: { queries, api }, params }) => {
    if (!/^[0-9a-f-]{36}$/.test(params.ingestRunId)) throw notFound()
    const { collectorsQuery, ingestRunQuery } = await import('./collector-queries.ts')
    await Promise.all([
      queries.ensureQueryData(ingestRunQuery(api, params.ingestRunId)),
      queries.ensureQueryData(collectorsQuery(api)),
    ])
  },
  component: screen(() => import('./IngestRunScreen.tsx')),
})

export const collectorRoutes = [collectorsRoute, collectorRoute, ingestRunRoute] as const
