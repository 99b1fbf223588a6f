import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { personSearch } from './person-search.ts'

const getParentRoute = () => organizationRoute

const peopleRoute = createRoute({
  getParentRoute,
  path: 'people',
  validateSearch: personSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { peopleQuery } = await import('./person-queries.ts')
    await context.queries.ensureQueryData(peopleQuery(context.api, deps))
  },
  component: screen(() => import('./PeopleScreen.tsx')),
})

const personRoute = createRoute({
  getParentRoute,
  path: 'people/$number',
  loader: async ({ context, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { ownedQuery, personByNumberQuery, personQuery } = await import('./person-queries.ts')
    const { items } = await context.queries.ensureQueryData(personByNumberQuery(context.api, number))
    const [person] = items
    if (person === undefined) throw notFound()
    await Promise.all([
      context.queries.ensureQueryData(personQuery(context.api, person.id)),
      context.queries.ensureQueryData(ownedQuery(context.api, person.id)),
    ])
    return { personId: person.id }
  },
  component: screen(() => import('./PersonScreen.tsx')),
})

export const personRoutes = [peopleRoute, personRoute] as const
