import { createRoute, redirect } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { pageOfWork } from './page-of-work.ts'
import { calendarSearch, workSearch } from './work-search.ts'

const getParentRoute = () => organizationRoute

const workRoute = createRoute({
  getParentRoute,
  path: 'work',
  validateSearch: workSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { workQuery } = await import('./work-queries.ts')
    await context.queries.ensureQueryData(workQuery(context.api, deps))
  },
  component: screen(() => import('./WorkScreen.tsx')),
})

const myRoute = createRoute({
  getParentRoute,
  path: 'my',
  loader: async ({ context: { queries, api } }) => {
    const { myItemsQuery, myWorkQuery } = await import('./work-queries.ts')
    await Promise.all([queries.ensureQueryData(myWorkQuery(api)), queries.ensureQueryData(myItemsQuery(api))])
  },
  component: screen(() => import('./MyScreen.tsx')),
})

const calendarRoute = createRoute({
  getParentRoute,
  path: 'calendar',
  validateSearch: calendarSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries, api }, deps }) => {
    const { calendarQuery } = await import('./work-queries.ts')
    const { monthOf } = await import('./month.ts')
    await queries.ensureQueryData(calendarQuery(api, deps.month ?? monthOf(Date.now()), deps.whose))
  },
  component: screen(() => import('./CalendarScreen.tsx')),
})

/** Where mails and calendars lead: the page of an object by what it is called. */
const goRoute = createRoute({
  getParentRoute,
  path: 'go/$entity/$ref',
  beforeLoad: ({ params: { slug, entity, ref } }) => {
    const { to, params } = pageOfWork({ entity, ref })
    throw redirect({ to, params: { slug, ...params }, replace: true })
  },
})

export const workRoutes = [myRoute, workRoute, calendarRoute, goRoute] as const
