import { assetRef } from '../explanation/people-ref.ts'
import type { AssetFact, AssetWeb } from './asset-web.ts'
import { levelText, type NeedLevel, type NeedProperty, needLevels, needProperties } from './need-levels.ts'

/** What an asset needs of one property, all that rests on it considered. */
export type EffectiveNeed = {
  readonly level: NeedLevel | null
  /** Why it is higher than what is said of the asset itself; null where it is not. */
  readonly because: string | null
}

export type EffectiveNeeds = Readonly<Record<NeedProperty, EffectiveNeed>>

/**
 * An asset needs as much as the most needy of what rests on it, directly or by way of others. The highest level is handed down
 * first and goes no further where a level as high has come already: a circle ends where it began, and each asset is met once.
 */
export function inheritNeeds(web: AssetWeb): ReadonlyMap<string, EffectiveNeeds> {
  const each = needProperties.map((property) => [property, inheritOne(web, property)] as const)
  return new Map(
    web.assets.map(({ id }) => {
      const needs = each.map(([property, found]) => [property, found.get(id) ?? { level: null, because: null }])
      // One for each property.
      return [id, Object.fromEntries(needs) as EffectiveNeeds]
    }),
  )
}

function inheritOne(web: AssetWeb, property: NeedProperty): ReadonlyMap<string, EffectiveNeed> {
  const found = new Map<string, EffectiveNeed>()
  for (const level of [...needLevels].reverse()) {
    const stating = web.assets.filter((asset) => asset.needs[property] === level && !found.has(asset.id))
    for (const asset of stating) found.set(asset.id, { level, because: null })
    let layer = stating.map((asset): Path => [asset])
    while (layer.length > 0) {
      const next: Path[] = []
      for (const path of layer)
        for (const below of web.below.get(path.at(-1)?.id ?? '') ?? []) {
          if (found.has(below.id)) continue
          found.set(below.id, { level, because: sentenceOf(property, level, path) })
          next.push([...path, below])
        }
      layer = next
    }
  }
  return found
}

type Path = readonly AssetFact[]

/** `availability very high, because AS-3 rests on it by way of AS-7`: the shortest way, of the asset that says so. */
function sentenceOf(property: NeedProperty, level: NeedLevel, [source, ...via]: Path): string {
  const way = via.map(({ number }) => assetRef(number)).reverse()
  const listed = way.length < 2 ? way.join('') : `${way.slice(0, -1).join(', ')} and ${way.at(-1)}`
  const by = way.length === 0 ? '' : ` by way of ${listed}`
  const word = property.charAt(0).toUpperCase() + property.slice(1)
  return `${word} ${levelText(level)}, because ${assetRef(source?.number ?? 0)} rests on it${by}.`
}
