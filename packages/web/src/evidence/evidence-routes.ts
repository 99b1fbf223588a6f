import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive, text } from '../app/search-params.ts'
import { evidenceSearch, isExpiring } from './evidence-search.ts'

const evidenceListRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'evidence',
  validateSearch: evidenceSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { evidenceListQuery, expiringQuery, inboxCountQuery, staleCountQuery } = await import('./evidence-queries.ts')
    const { queries, api } = context
    await Promise.all([
      isExpiring(deps)
        ? queries.ensureQueryData(expiringQuery(api, deps))
        : queries.ensureQueryData(evidenceListQuery(api, deps)),
      queries.ensureQueryData(expiringQuery(api, {})),
      queries.ensureQueryData(inboxCountQuery(api)),
      queries.ensureQueryData(staleCountQuery(api)),
    ])
  },
  component: screen(() => import('./EvidenceListScreen.tsx')),
})

type NewEvidenceSearch = { readonly control?: string; readonly need?: string; readonly supersedes?: number }

const newEvidenceRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'evidence/new',
  validateSearch: (raw: Readonly<Record<string, unknown>>): NewEvidenceSearch => ({
    control: text(raw.control),
    need: text(raw.need),
    supersedes: positive(raw.supersedes),
  }),
  loaderDeps: ({ search: { control, supersedes } }) => ({ control, supersedes }),
  loader: async ({ context: { queries, api }, deps }) => {
    const { evidenceByNumberQuery, evidenceQuery } = await import('./evidence-queries.ts')
    const { controlByRefQuery, controlQuery } = await import('../control/control-queries.ts')
    const control =
      deps.control === undefined
        ? undefined
        : (await queries.ensureQueryData(controlByRefQuery(api, deps.control.slice(0, 20)))).items[0]
    const replaced =
      deps.supersedes === undefined
        ? undefined
        : (await queries.ensureQueryData(evidenceByNumberQuery(api, deps.supersedes))).items[0]
    return {
      control: control ? await queries.ensureQueryData(controlQuery(api, control.id)) : null,
      replaced: replaced ? await queries.ensureQueryData(evidenceQuery(api, replaced.id)) : null,
    }
  },
  component: screen(() => import('./NewEvidenceScreen.tsx')),
})

const evidencePieceRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'evidence/$number',
  loader: async ({ context: { queries, api }, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { evidenceByNumberQuery, evidenceQuery } = await import('./evidence-queries.ts')
    const { items } = await queries.ensureQueryData(evidenceByNumberQuery(api, number))
    const [piece] = items
    if (piece === undefined) throw notFound()
    await queries.ensureQueryData(evidenceQuery(api, piece.id))
    return { evidenceId: piece.id }
  },
  component: screen(() => import('./EvidenceScreen.tsx')),
})

export const evidenceRoutes = [evidenceListRoute, newEvidenceRoute, evidencePieceRoute] as const
