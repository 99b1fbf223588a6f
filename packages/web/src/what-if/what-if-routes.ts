import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'

const getParentRoute = () => organizationRoute

const boardRoute = createRoute({
  getParentRoute,
  path: 'what-if',
  loader: async ({ context: { queries, api } }) => {
    const { snapshotQuery, whatIfsQuery } = await import('./what-if-queries.ts')
    await Promise.all([queries.ensureQueryData(snapshotQuery(api)), queries.ensureQueryData(whatIfsQuery(api))])
  },
  component: screen(() => import('./WhatIfScreen.tsx')),
})

const savedRoute = createRoute({
  getParentRoute,
  path: 'what-if/$number',
  loader: async ({ context: { queries, api }, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { snapshotQuery, whatIfByNumberQuery, whatIfQuery } = await import('./what-if-queries.ts')
    const [found] = (await queries.ensureQueryData(whatIfByNumberQuery(api, number))).items
    if (found === undefined) throw notFound()
    await Promise.all([
      queries.ensureQueryData(snapshotQuery(api)),
      queries.ensureQueryData(whatIfQuery(api, found.id)),
    ])
    return { whatIfId: found.id }
  },
  component: screen(() => import('./SavedWhatIfScreen.tsx')),
})

/** Two saved what-ifs side by side, by number. */
type CompareSearch = { readonly left?: number; readonly right?: number }

const compareRoute = createRoute({
  getParentRoute,
  path: 'what-if/compare',
  validateSearch: (raw: Readonly<Record<string, unknown>>): CompareSearch => ({
    left: positive(raw.left),
    right: positive(raw.right),
  }),
  loader: async ({ context: { queries, api } }) => {
    const { snapshotQuery, whatIfsQuery } = await import('./what-if-queries.ts')
    await Promise.all([queries.ensureQueryData(snapshotQuery(api)), queries.ensureQueryData(whatIfsQuery(api))])
  },
  component: screen(() => import('./CompareScreen.tsx')),
})

export const whatIfRoutes = [boardRoute, savedRoute, compareRoute] as const
