import type { QueryClient } from '@tanstack/react-query'
import { createRoute, notFound, redirect, retainSearchParams } from '@tanstack/react-router'
import { organizationApi } from '../api/organization-api.ts'
import { OrganizationLayout } from '../layout/OrganizationLayout.tsx'
import { exampleProgressQuery } from './example-progress-query.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { paths } from './paths.ts'
import { rootRoute } from './root-route.ts'
import { instant } from './search-params.ts'
import { sessionQuery } from './session-query.ts'

type AsOfSearch = { readonly asOf?: string }

/**
 * Everything of one organisation. `?asOf=` is kept on every link below, so that a walk through the past stays in the past;
 * loaders get `context.api`, which asks at that date.
 */
export const organizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.pulse,
  validateSearch: (raw: Readonly<Record<string, unknown>>): AsOfSearch => ({ asOf: instant(raw.asOf) }),
  search: { middlewares: [retainSearchParams(['asOf'])] },
  beforeLoad: async ({ context, params, search, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (session.setUpNeeded) throw redirect({ to: paths.setUp })
    if (session.user === null) throw redirect({ to: paths.signIn, search: { next: location.href } })
    const organization = session.organizations.find(({ slug }) => slug === params.slug)
    if (organization === undefined) throw notFound()
    if (organization.isExample) await assertTold(context.queries, organization)
    return { organization, api: organizationApi(organization, search.asOf ?? null) }
  },
  component: OrganizationLayout,
  notFoundComponent: NotFoundPage,
})

/** No page of an example company opens before its year is told to the end. */
async function assertTold(queries: QueryClient, { id, slug }: { readonly id: string; readonly slug: string }) {
  const { state } = await queries.ensureQueryData(exampleProgressQuery(id))
  if (state === 'told' || state === 'none') return
  throw redirect({ to: paths.examplePreparing, search: { organization: id, slug } })
}
