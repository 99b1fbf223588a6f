import { mayEver } from '@sinew/core/access/access-limits.ts'
import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { oneOf } from '../app/search-params.ts'
import { controlSearch } from './control-search.ts'

const controlsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'controls',
  validateSearch: controlSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { applicableCountQuery, controlsQuery, dearestGapQuery, provenCountQuery } = await import(
      './control-queries.ts'
    )
    const { queries, api } = context
    await Promise.all([
      queries.ensureQueryData(controlsQuery(api, deps)),
      queries.ensureQueryData(applicableCountQuery(api)),
      queries.ensureQueryData(provenCountQuery(api)),
      queries.ensureQueryData(dearestGapQuery(api)),
    ])
  },
  component: screen(() => import('./ControlsScreen.tsx')),
})

/** What the page begins with, for links from where something was found missing. */
type ControlPageSearch = { readonly do?: 'add_need' }

const controlRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'controls/$controlRef',
  validateSearch: (raw: Readonly<Record<string, unknown>>): ControlPageSearch => ({ do: oneOf(['add_need'])(raw.do) }),
  loader: async ({ context: { queries, api, organization }, params }) => {
    const { controlByRefQuery, controlQuery, evidenceOfControlQuery } = await import('./control-queries.ts')
    const { items } = await queries.ensureQueryData(controlByRefQuery(api, params.controlRef.slice(0, 20)))
    const [control] = items
    if (control === undefined) throw notFound()
    await Promise.all([
      queries.ensureQueryData(controlQuery(api, control.id)),
      ...(mayEver(organization, 'evidence:read')
        ? [queries.ensureQueryData(evidenceOfControlQuery(api, control.id))]
        : []),
    ])
    return { controlId: control.id }
  },
  component: screen(() => import('./ControlScreen.tsx')),
})

export const controlRoutes = [controlsRoute, controlRoute] as const
