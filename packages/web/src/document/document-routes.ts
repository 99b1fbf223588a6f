import type { QueryClient } from '@tanstack/react-query'
import { createRoute, notFound } from '@tanstack/react-router'
import type { organizationApi } from '../api/organization-api.ts'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'

const getParentRoute = () => organizationRoute

type Setting = { readonly queries: QueryClient; readonly api: ReturnType<typeof organizationApi> }

/** Read anew, however short ago it was read. */
const anew = { staleTime: 0 } as const

/** The document of a number and its versions, read before the page is shown. */
async function documentAt({ queries, api }: Setting, number: number | undefined) {
  const { loadRegister } = await import('../register/load-registers.ts')
  const { recordByNumberQuery } = await import('../register/register-queries.ts')
  const { versionsQuery } = await import('./document-queries.ts')
  const contract = await loadRegister('document')
  if (contract === null || number === undefined) throw notFound()
  const { items } = await queries.ensureQueryData(recordByNumberQuery(api, contract, number))
  const [document] = items
  if (document === undefined) throw notFound()
  // A draft may have been begun or given away a moment ago.
  const versions = await queries.fetchQuery({ ...versionsQuery(api, document.id), ...anew })
  return { document, versions: versions.items }
}

const coverageRoute = createRoute({
  getParentRoute,
  path: 'document-coverage',
  loader: async ({ context }) => {
    const { coverageQuery } = await import('./document-queries.ts')
    await context.queries.ensureQueryData(coverageQuery(context.api))
  },
  component: screen(() => import('./CoverageScreen.tsx')),
})

const editorRoute = createRoute({
  getParentRoute,
  path: 'documents/$number/edit',
  loader: async ({ context, params }) => {
    const { document, versions } = await documentAt(context, positive(params.number))
    const draft = versions.find(({ status }) => status === 'draft')
    const title = String(document.title)
    if (draft === undefined) return { documentVersionId: null, title, document, versions }
    const { versionQuery } = await import('./document-queries.ts')
    // What is edited is what the server has now, not what was read a while ago.
    await context.queries.fetchQuery({ ...versionQuery(context.api, draft.id), ...anew })
    return { documentVersionId: draft.id, title, document, versions }
  },
  component: screen(() => import('./EditorScreen.tsx')),
})

const versionRoute = createRoute({
  getParentRoute,
  path: 'documents/$number/versions/$versionNumber',
  loader: async ({ context, params }) => {
    const { document, versions } = await documentAt(context, positive(params.number))
    const version = versions.find(({ versionNumber }) => versionNumber === positive(params.versionNumber))
    if (version === undefined) throw notFound()
    const { diffQuery, versionQuery } = await import('./document-queries.ts')
    await Promise.all([
      context.queries.ensureQueryData(versionQuery(context.api, version.id)),
      context.queries.ensureQueryData(diffQuery(context.api, version.id)),
    ])
    return { documentVersionId: version.id, title: String(document.title) }
  },
  component: screen(() => import('./VersionScreen.tsx')),
})

export const documentRoutes = [coverageRoute, editorRoute, versionRoute] as const
