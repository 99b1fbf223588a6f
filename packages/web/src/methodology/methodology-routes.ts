import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'

type MethodologySearch = {
  /** Version number; the one in force when left out. */
  readonly version?: number
  /** Number of the version it is compared with. */
  readonly against?: number
}

const methodologyRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'methodology',
  validateSearch: (raw: Readonly<Record<string, unknown>>): MethodologySearch => {
    const [version, against] = [positive(raw.version), positive(raw.against)]
    return { ...(version ? { version } : {}), ...(against ? { against } : {}) }
  },
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { inForceQuery, versionQuery, versionsQuery } = await import('./methodology-queries.ts')
    const { items } = await context.queries.ensureQueryData(versionsQuery(context.api))
    await context.queries.ensureQueryData(inForceQuery(context.api))
    const chosen = items.find(({ versionNumber }) => versionNumber === deps.version)
    if (chosen) await context.queries.ensureQueryData(versionQuery(context.api, chosen.id))
  },
  component: screen(() => import('./MethodologyScreen.tsx')),
})

export const methodologyRoutes = [methodologyRoute] as const
