import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { compareSearch, soaSearch } from './soa-search.ts'

const getParentRoute = () => organizationRoute

const soaRoute = createRoute({
  getParentRoute,
  path: 'soa',
  validateSearch: soaSearch,
  loaderDeps: ({ search: { line: _line, task: _task, ...filters } }) => filters,
  loader: async ({ context, deps }) => {
    const { soaQuery } = await import('./soa-queries.ts')
    await context.queries.ensureQueryData(soaQuery(context.api, deps))
  },
  component: screen(() => import('./SoaScreen.tsx')),
})

const versionsRoute = createRoute({
  getParentRoute,
  path: 'soa/versions',
  validateSearch: compareSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps: { from, to } }) => {
    const { compareQuery, versionsQuery } = await import('./soa-queries.ts')
    const { items } = await context.queries.ensureQueryData(versionsQuery(context.api))
    if (from === undefined) return
    // A number that no version has is shown as a choice that is not there, not as a broken page.
    const known = (number: number | undefined) => number === undefined || items.some((item) => item.number === number)
    if (known(from) && known(to)) {
      await context.queries.ensureQueryData(compareQuery(context.api, from, to ?? 'live'))
    }
  },
  component: screen(() => import('./VersionsScreen.tsx')),
})

const versionRoute = createRoute({
  getParentRoute,
  path: 'soa/versions/$number',
  loader: async ({ context, params }) => {
    const number = positive(params.number)
    const { versionQuery, versionsQuery } = await import('./soa-queries.ts')
    const { items } = await context.queries.ensureQueryData(versionsQuery(context.api))
    const version = items.find((item) => item.number === number)
    if (version === undefined) throw notFound()
    await context.queries.ensureQueryData(versionQuery(context.api, version.id))
    return { soaVersionId: version.id }
  },
  component: screen(() => import('./VersionScreen.tsx')),
})

export const soaRoutes = [soaRoute, versionsRoute, versionRoute] as const
