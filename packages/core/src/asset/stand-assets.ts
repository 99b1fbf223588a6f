import { type AssetFact, assetWeb, type DependencyFact } from './asset-web.ts'
import { type Circle, dependencyCircles } from './dependency-circles.ts'
import { type EffectiveNeeds, inheritNeeds } from './inherit-needs.ts'
import { isHigh, levelText, needProperties } from './need-levels.ts'
import { singlePoints } from './single-points.ts'

/** What follows for one asset from what is said of all of them. */
export type AssetStanding = {
  readonly needs: EffectiveNeeds
  /** Why it is a single point of failure; null where it is none. */
  readonly singlePoint: string | null
  /** Why it should be looked at: a high need that no risk is about. */
  readonly unassessed: string | null
}

export type StandingOfAssets = {
  readonly byId: ReadonlyMap<string, AssetStanding>
  readonly circles: readonly Circle[]
}

export function standAssets(assets: readonly AssetFact[], dependencies: readonly DependencyFact[]): StandingOfAssets {
  const web = assetWeb(assets, dependencies)
  const needs = inheritNeeds(web)
  const points = singlePoints(web)
  const byId = new Map<string, AssetStanding>()
  for (const asset of web.assets) {
    const own = needs.get(asset.id)
    if (own === undefined) continue
    byId.set(asset.id, {
      needs: own,
      singlePoint: points.get(asset.id) ?? null,
      unassessed: unassessedOf(asset, own),
    })
  }
  return { byId, circles: dependencyCircles(web) }
}

function unassessedOf({ inScope, riskCount }: AssetFact, needs: EffectiveNeeds): string | null {
  if (!inScope || riskCount > 0) return null
  const high = needProperties.flatMap((property) => {
    const { level } = needs[property]
    return level !== null && isHigh(level) ? [`${property} ${levelText(level)}`] : []
  })
  return high.length === 0 ? null : `No risk is about it, though it needs ${high.join(', ')}.`
}
