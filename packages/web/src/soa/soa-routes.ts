import { createRoute, notFound, redirect } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { compareSearch, soaSearch } from './soa-search.ts'

const getParentRoute = () => organizationRoute

const soaRoute = createRoute({
  getParentRoute,
  path: 'soa',
  validateSearch: soaSearch,
  // What is asked for: the line alone only while no page is named. The first page is the one that needs no name.
  loaderDeps: ({ search: { line, task: _task, page, ...filters } }) => {
    if (page !== undefined) return page === 1 ? filters : { ...filters, page }
    return line === undefined ? filters : { ...filters, line }
  },
  loader: async ({ context, deps }) => {
    const { soaQuery } = await import('./soa-queries.ts')
    const soa = await context.queries.ensureQueryData(soaQuery(context.api, deps))
    if (!('line' in deps)) return
    const { line: _line, ...filters } = deps
    const { page } = soa
    context.queries.setQueryData(soaQuery(context.api, { ...filters, page }).queryKey, soa)
    throw redirect({ to: '.', search: (old: object) => ({ ...old, page }), replace: true })
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
