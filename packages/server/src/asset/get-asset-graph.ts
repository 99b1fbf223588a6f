import type { Asset, getAssetGraph as route } from '@sinew/contract/asset/asset-contract.ts'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { DependencyKind } from '@sinew/core/asset/dependency-kinds.ts'
import type { Reader } from '../context.ts'
import { notFound } from '../errors.ts'
import { loadStanding, standingOf, toStanding } from './asset-standing.ts'

/** All assets that rest on others or are rested on; with `around`, one of them with all above and below it. */
export async function getAssetGraph(db: Reader, around: string | undefined): Promise<OutputOf<typeof route>> {
  const standing = await loadStanding(db)
  const rows = await db
    .selectFrom('asset')
    .select(['id', 'number', 'title', 'kind', 'in_scope', 'availability'])
    .orderBy('number')
    .execute()
  if (around !== undefined && !rows.some(({ id }) => id === around)) throw notFound('asset')
  const edges = await db
    .selectFrom('asset_dependency')
    .select(['id', 'version', 'asset_id', 'on_asset_id', 'kind', 'any_of', 'note'])
    .orderBy('number')
    .execute()
  const dependencies = edges.map(({ asset_id, on_asset_id, any_of, kind, ...rest }) => ({
    ...rest,
    kind: kind as DependencyKind,
    assetId: asset_id,
    onAssetId: on_asset_id,
    anyOf: any_of,
  }))
  const shown =
    around === undefined
      ? new Set(dependencies.flatMap(({ assetId, onAssetId }) => [assetId, onAssetId]))
      : new Set([
          ...reached(around, dependencies, ({ assetId, onAssetId }) => [assetId, onAssetId]),
          ...reached(around, dependencies, ({ assetId, onAssetId }) => [onAssetId, assetId]),
        ])
  return {
    assets: rows
      .filter(({ id }) => shown.has(id))
      .map((row) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        kind: row.kind as Asset['kind'],
        inScope: row.in_scope,
        availability: row.availability as Asset['availability'],
        ...toStanding(standingOf(standing, row.id)),
      })),
    dependencies: dependencies.filter(({ assetId, onAssetId }) => shown.has(assetId) && shown.has(onAssetId)),
    circles: standing.circles
      .filter(({ ids }) => ids.every((id) => shown.has(id)))
      .map(({ ids, sentence }) => ({ ids: [...ids], sentence })),
  }
}

type Edge = { readonly assetId: string; readonly onAssetId: string }

function reached(
  start: string,
  edges: readonly Edge[],
  ends: (edge: Edge) => readonly [string, string],
): ReadonlySet<string> {
  const next = new Map<string, string[]>()
  for (const edge of edges) {
    const [from, to] = ends(edge)
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const seen = new Set([start])
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const one of next.get(id) ?? [])
      if (!seen.has(one)) {
        seen.add(one)
        waiting.push(one)
      }
  return seen
}
