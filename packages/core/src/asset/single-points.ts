import { assetRef } from '../explanation/people-ref.ts'
import type { AssetFact, AssetWeb } from './asset-web.ts'
import { isHigh, levelText, rankOf } from './need-levels.ts'

const mostNamed = 4

/**
 * Assets whose failure alone stops another of which a high need for availability is said, with the sentence why. An asset stops
 * when something it rests on stops, unless that is one of several that stand in for each other and another of them still runs.
 */
export function singlePoints(web: AssetWeb): ReadonlyMap<string, string> {
  const groups = groupsOf(web)
  const found = new Map<string, string>()
  for (const asset of web.assets) {
    if (!web.above.has(asset.id)) continue
    const stopped = stoppedBy(web, groups, asset).filter(({ needs }) => isHigh(needs.availability))
    if (stopped.length > 0) found.set(asset.id, sentenceOf(asset, stopped))
  }
  return found
}

/** What can stand in for what an asset rests on, by both their ids; an alternative to nothing else is none. */
type Groups = ReadonlyMap<string, ReadonlySet<string>>

const pair = (assetId: string, onAssetId: string) => `${assetId} ${onAssetId}`

function groupsOf({ dependencies }: AssetWeb): Groups {
  const named = new Map<string, Set<string>>()
  for (const { assetId, onAssetId, anyOf } of dependencies) {
    const name = anyOf.trim().toLowerCase()
    if (name === '') continue
    const key = pair(assetId, name)
    named.set(key, (named.get(key) ?? new Set()).add(onAssetId))
  }
  const groups = new Map<string, ReadonlySet<string>>()
  for (const { assetId, onAssetId, anyOf } of dependencies) {
    const group = named.get(pair(assetId, anyOf.trim().toLowerCase()))
    if (group !== undefined && group.size > 1) groups.set(pair(assetId, onAssetId), group)
  }
  return groups
}

function stoppedBy(web: AssetWeb, groups: Groups, first: AssetFact): readonly AssetFact[] {
  const stopped = new Set([first.id])
  const waiting = [first]
  for (let asset = waiting.pop(); asset !== undefined; asset = waiting.pop())
    for (const above of web.above.get(asset.id) ?? []) {
      const group = groups.get(pair(above.id, asset.id))
      const isSpared = group !== undefined && [...group].some((id) => !stopped.has(id))
      if (stopped.has(above.id) || isSpared) continue
      stopped.add(above.id)
      waiting.push(above)
    }
  return web.assets.filter(({ id }) => id !== first.id && stopped.has(id))
}

function sentenceOf(asset: AssetFact, stopped: readonly AssetFact[]): string {
  const worst = [...stopped].sort((a, b) => rankOf(b.needs.availability) - rankOf(a.needs.availability))
  const names = worst.slice(0, mostNamed).map(({ number, needs }) => {
    return `${assetRef(number)} (availability ${levelText(needs.availability ?? 'high')})`
  })
  const more = worst.length > mostNamed ? [`${worst.length - mostNamed} more`] : []
  const all = [...names, ...more]
  const listed = all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
  const stops = all.length === 1 ? 'stops' : 'stop'
  return `Single point of failure: if ${assetRef(asset.number)} fails, ${listed} ${stops}, and no alternative is stated.`
}
