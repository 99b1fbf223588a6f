import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { registerSearch } from './register-search.ts'

const getParentRoute = () => organizationRoute

const registerRoute = createRoute({
  getParentRoute,
  path: '$register',
  validateSearch: registerSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps, params }) => {
    const { loadRegister, tableAt } = await import('./load-registers.ts')
    const { recordsQuery } = await import('./register-queries.ts')
    const contract = await loadRegister(tableAt(params.register) ?? '')
    if (contract === null || contract.register.part !== null) throw notFound()
    await context.queries.ensureQueryData(recordsQuery(context.api, contract, deps))
  },
  component: screen(() => import('./RegisterScreen.tsx')),
})

const recordRoute = createRoute({
  getParentRoute,
  path: '$register/$number',
  loader: async ({ context, params }) => {
    const { loadRegister, tableAt } = await import('./load-registers.ts')
    const { recordByNumberQuery, recordQuery } = await import('./register-queries.ts')
    const contract = await loadRegister(tableAt(params.register) ?? '')
    const number = positive(params.number)
    if (contract === null || number === undefined) throw notFound()
    const { items } = await context.queries.ensureQueryData(recordByNumberQuery(context.api, contract, number))
    const [record] = items
    if (record === undefined) throw notFound()
    await context.queries.ensureQueryData(recordQuery(context.api, contract, record.id))
    return { recordId: record.id }
  },
  component: screen(() => import('./RecordScreen.tsx')),
})

export const registerRoutes = [registerRoute, recordRoute] as const
