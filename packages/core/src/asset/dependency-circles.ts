import { assetRef } from '../explanation/people-ref.ts'
import type { AssetFact, AssetWeb } from './asset-web.ts'

/** Assets that rest on each other in a round: the shortest round through the one with the lowest number. */
export type Circle = { readonly ids: readonly string[]; readonly sentence: string }

/** One circle for each set of assets that all rest on each other. They may: whoever starts them up after a failure has to know. */
export function dependencyCircles(web: AssetWeb): readonly Circle[] {
  const named = new Set<string>()
  const circles: Circle[] = []
  for (const asset of web.assets) {
    if (named.has(asset.id)) continue
    const round = roundThrough(web, asset)
    if (round === null) continue
    const onBoth = reachable(web.below, asset)
    for (const id of reachable(web.above, asset)) if (onBoth.has(id)) named.add(id)
    const names = [...round, asset].map(({ number }) => assetRef(number))
    circles.push({
      ids: round.map(({ id }) => id),
      sentence: `They rest on each other in a circle: ${names.join(' → ')}.`,
    })
  }
  return circles
}

function roundThrough({ below }: AssetWeb, start: AssetFact): readonly AssetFact[] | null {
  const seen = new Set<string>()
  let layer: (readonly AssetFact[])[] = [[start]]
  while (layer.length > 0) {
    const next: (readonly AssetFact[])[] = []
    for (const path of layer)
      for (const one of below.get(path.at(-1)?.id ?? '') ?? []) {
        if (one.id === start.id) return path
        if (seen.has(one.id)) continue
        seen.add(one.id)
        next.push([...path, one])
      }
    layer = next
  }
  return null
}

/** Everything that can be reached by one step or more. */
function reachable(steps: AssetWeb['below'], start: AssetFact): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [start]
  for (let asset = waiting.pop(); asset !== undefined; asset = waiting.pop())
    for (const one of steps.get(asset.id) ?? [])
      if (!seen.has(one.id)) {
        seen.add(one.id)
        waiting.push(one)
      }
  return seen
}
