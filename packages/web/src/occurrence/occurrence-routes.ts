import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { occurrenceSearch } from './occurrence-search.ts'

const getParentRoute = () => organizationRoute

const occurrencesRoute = createRoute({
  getParentRoute,
  path: 'occurrences',
  validateSearch: occurrenceSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { occurrencesQuery, watchesQuery } = await import('./occurrence-queries.ts')
    await Promise.all([
      context.queries.ensureQueryData(occurrencesQuery(context.api, deps)),
      context.queries.ensureQueryData(watchesQuery(context.api)),
    ])
  },
  component: screen(() => import('./OccurrencesScreen.tsx')),
})

const occurrenceRoute = createRoute({
  getParentRoute,
  path: 'occurrences/$number',
  loader: async ({ context, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { occurrenceByNumberQuery, occurrenceQuery } = await import('./occurrence-queries.ts')
    const { items } = await context.queries.ensureQueryData(occurrenceByNumberQuery(context.api, number))
    const [occurrence] = items
    if (occurrence === undefined) throw notFound()
    await context.queries.ensureQueryData(occurrenceQuery(context.api, occurrence.id))
    return { occurrenceId: occurrence.id }
  },
  component: screen(() => import('./OccurrenceScreen.tsx')),
})

export const occurrenceRoutes = [occurrencesRoute, occurrenceRoute] as const
