import type { Needs } from './need-levels.ts'

/** One asset with what is said of it. */
export type AssetFact = {
  readonly id: string
  readonly number: number
  readonly inScope: boolean
  /** How many risks are about it. */
  readonly riskCount: number
  readonly needs: Needs
}

/** One asset rests on another. Those of the same words in `anyOf` stand in for each other, and any one of them is enough. */
export type DependencyFact = { readonly assetId: string; readonly onAssetId: string; readonly anyOf: string }

/** Assets and what rests on what, in an order that does not depend on how they were given: by their numbers. */
export type AssetWeb = {
  readonly assets: readonly AssetFact[]
  readonly byId: ReadonlyMap<string, AssetFact>
  /** What each rests on. */
  readonly below: ReadonlyMap<string, readonly AssetFact[]>
  /** What rests on each. */
  readonly above: ReadonlyMap<string, readonly AssetFact[]>
  readonly dependencies: readonly DependencyFact[]
}

/** A dependency on an asset that is not there, or of an asset on itself, says nothing. */
export function assetWeb(assets: readonly AssetFact[], dependencies: readonly DependencyFact[]): AssetWeb {
  const sorted = [...assets].sort((a, b) => a.number - b.number)
  const byId = new Map(sorted.map((asset) => [asset.id, asset]))
  const held = dependencies.filter(
    ({ assetId, onAssetId }) => assetId !== onAssetId && byId.has(assetId) && byId.has(onAssetId),
  )
  return {
    assets: sorted,
    byId,
    below: neighbours(byId, held, ({ assetId, onAssetId }) => [assetId, onAssetId]),
    above: neighbours(byId, held, ({ assetId, onAssetId }) => [onAssetId, assetId]),
    dependencies: held,
  }
}

function neighbours(
  byId: ReadonlyMap<string, AssetFact>,
  dependencies: readonly DependencyFact[],
  ends: (dependency: DependencyFact) => readonly [string, string],
): ReadonlyMap<string, readonly AssetFact[]> {
  const found = new Map<string, Map<string, AssetFact>>()
  for (const dependency of dependencies) {
    const [from, to] = ends(dependency)
    const asset = byId.get(to)
    if (asset !== undefined) found.set(from, (found.get(from) ?? new Map()).set(to, asset))
  }
  return new Map([...found].map(([id, assets]) => [id, [...assets.values()].sort((a, b) => a.number - b.number)]))
}
