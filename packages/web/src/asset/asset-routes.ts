import { mayEver } from '@sinew/core/access/access-limits.ts'
import { createRoute, notFound } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'
import { positive } from '../app/search-params.ts'
import { assetSearch } from './asset-search.ts'

const getParentRoute = () => organizationRoute

const assetsRoute = createRoute({
  getParentRoute,
  path: 'assets',
  validateSearch: assetSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { assetsQuery } = await import('./asset-queries.ts')
    await context.queries.ensureQueryData(assetsQuery(context.api, deps))
  },
  component: screen(() => import('./AssetsScreen.tsx')),
})

const assetGraphRoute = createRoute({
  getParentRoute,
  path: 'assets/web',
  loader: async ({ context }) => {
    const { assetGraphQuery } = await import('./asset-queries.ts')
    await context.queries.ensureQueryData(assetGraphQuery(context.api))
  },
  component: screen(() => import('./AssetGraphScreen.tsx')),
})

const assetRoute = createRoute({
  getParentRoute,
  path: 'assets/$number',
  loader: async ({ context, params }) => {
    const number = positive(params.number)
    if (number === undefined) throw notFound()
    const { assetByNumberQuery, assetQuery, risksOfAssetQuery } = await import('./asset-queries.ts')
    const { items } = await context.queries.ensureQueryData(assetByNumberQuery(context.api, number))
    const [asset] = items
    if (asset === undefined) throw notFound()
    await Promise.all([
      context.queries.ensureQueryData(assetQuery(context.api, asset.id)),
      ...(mayEver(context.organization, 'risk:read')
        ? [context.queries.ensureQueryData(risksOfAssetQuery(context.api, asset.id))]
        : []),
    ])
    return { assetId: asset.id }
  },
  component: screen(() => import('./AssetScreen.tsx')),
})

export const assetRoutes = [assetsRoute, assetGraphRoute, assetRoute] as const
