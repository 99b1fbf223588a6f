import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'

const getParentRoute = () => organizationRoute

const readingRoute = createRoute({
  getParentRoute,
  path: 'reading',
  loader: async ({ context }) => {
    const { readingQuery } = await import('./acknowledgement-queries.ts')
    await context.queries.ensureQueryData(readingQuery(context.api))
  },
  component: screen(() => import('./ReadingScreen.tsx')),
})

const readRoute = createRoute({
  getParentRoute,
  path: 'reading/$acknowledgementRequestId',
  loader: async ({ context, params }) => {
    const { readingQuery } = await import('./acknowledgement-queries.ts')
    const { versionQuery } = await import('../document/document-queries.ts')
    const { open, done } = await context.queries.ensureQueryData(readingQuery(context.api))
    const reading = [...open, ...done].find(({ requestId }) => requestId === params.acknowledgementRequestId)
    if (reading === undefined) throw notFound()
    await context.queries.ensureQueryData(versionQuery(context.api, reading.documentVersionId))
  },
  component: screen(() => import('./ReadScreen.tsx')),
})

export const acknowledgementRoutes = [readingRoute, readRoute] as const
