export type LayerEdge = { readonly from: string; readonly to: string }
type Point = { readonly x: number; readonly y: number }

export type PlacedLayers = {
  readonly width: number
  readonly height: number
  /** The middle of each box. */
  readonly nodes: ReadonlyMap<string, Point>
  /** The way of each edge, in the order of the edges: from box to box, past those in between. */
  readonly ways: readonly { readonly points: readonly Point[]; readonly isBack: boolean }[]
}

export type LayerSizes = {
  readonly width: number
  readonly height: number
  readonly gapX: number
  readonly gapY: number
}

const sweeps = 6
const laneWidth = 16

/**
 * Draws what leads to what from top to bottom (Sugiyama, Tagawa and Toda 1981): each box stands below all that lead to it, edges
 * that pass a layer get a lane in it, and boxes of a layer are sorted by the middle of their neighbours, so that few edges cross.
 * An edge that closes a circle points back.
 */
export function placeLayers(ids: readonly string[], edges: readonly LayerEdge[], sizes: LayerSizes): PlacedLayers {
  const back = backEdges(ids, edges)
  const down = edges.map((edge, at) => (back.has(at) ? { from: edge.to, to: edge.from } : edge))
  const layerOf = layersOf(ids, down)
  const { layers, chains } = withLanes(ids, down, layerOf)
  const sorted = sortLayers(layers, chains)
  const at = coordinates(sorted, new Set(ids), sizes)
  const widths = sorted.map((layer) => layerWidth(layer, new Set(ids), sizes))
  return {
    width: Math.max(0, ...widths),
    height: Math.max(0, sorted.length * (sizes.height + sizes.gapY) - sizes.gapY),
    nodes: new Map(ids.map((id) => [id, at.get(id) ?? { x: 0, y: 0 }])),
    ways: chains.map((chain, index) => {
      const points = chain.map((id) => at.get(id) ?? { x: 0, y: 0 })
      return { points: back.has(index) ? points.reverse() : points, isBack: back.has(index) }
    }),
  }
}

function backEdges(ids: readonly string[], edges: readonly LayerEdge[]): ReadonlySet<number> {
  const out = new Map<string, number[]>()
  for (const [index, { from }] of edges.entries()) out.set(from, [...(out.get(from) ?? []), index])
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<number>()
  const visit = (id: string) => {
    state.set(id, 'open')
    for (const index of out.get(id) ?? []) {
      const to = edges[index]?.to ?? ''
      if (state.get(to) === 'open') back.add(index)
      else if (state.get(to) === undefined) visit(to)
    }
    state.set(id, 'done')
  }
  const led = new Set(edges.map(({ to }) => to))
  // From the tops first, so that an edge back is one that people would call so.
  for (const id of [...ids.filter((one) => !led.has(one)), ...ids]) if (state.get(id) === undefined) visit(id)
  return back
}

function layersOf(ids: readonly string[], down: readonly LayerEdge[]): ReadonlyMap<string, number> {
  const above = new Map<string, string[]>()
  for (const { from, to } of down) above.set(to, [...(above.get(to) ?? []), from])
  const layers = new Map<string, number>()
  const layerOf = (id: string): number => {
    const known = layers.get(id)
    if (known !== undefined) return known
    const layer = (above.get(id) ?? []).reduce((most, one) => Math.max(most, layerOf(one) + 1), 0)
    layers.set(id, layer)
    return layer
  }
  for (const id of ids) layerOf(id)
  return layers
}

function withLanes(ids: readonly string[], down: readonly LayerEdge[], layerOf: ReadonlyMap<string, number>) {
  const layers: string[][] = []
  const put = (id: string, layer: number) => {
    layers[layer] = [...(layers[layer] ?? []), id]
  }
  for (const id of ids) put(id, layerOf.get(id) ?? 0)
  const chains = down.map(({ from, to }, index) => {
    const [first, last] = [layerOf.get(from) ?? 0, layerOf.get(to) ?? 0]
    const lanes = Array.from({ length: Math.max(0, last - first - 1) }, (_, step) => `lane ${index} ${step}`)
    for (const [step, lane] of lanes.entries()) put(lane, first + step + 1)
    return [from, ...lanes, to]
  })
  return { layers, chains }
}

function sortLayers(layers: readonly (readonly string[])[], chains: readonly (readonly string[])[]): string[][] {
  const up = new Map<string, string[]>()
  const down = new Map<string, string[]>()
  for (const chain of chains)
    for (const [at, id] of chain.entries()) {
      const next = chain[at + 1]
      if (next === undefined) continue
      down.set(id, [...(down.get(id) ?? []), next])
      up.set(next, [...(up.get(next) ?? []), id])
    }
  const sorted = layers.map((layer) => [...layer])
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const isDown = sweep % 2 === 0
    const order = isDown ? sorted.keys() : [...sorted.keys()].reverse()
    for (const index of order) {
      const beside = sorted[isDown ? index - 1 : index + 1]
      const layer = sorted[index]
      if (beside === undefined || layer === undefined) continue
      const place = new Map(beside.map((id, at) => [id, (at + 0.5) / beside.length]))
      const own = new Map(layer.map((id, at) => [id, (at + 0.5) / layer.length]))
      const middle = (id: string) => {
        const near = ((isDown ? up : down).get(id) ?? []).flatMap((one) => place.get(one) ?? [])
        return near.length === 0 ? (own.get(id) ?? 0) : near.reduce((sum, one) => sum + one, 0) / near.length
      }
      sorted[index] = [...layer].sort((a, b) => middle(a) - middle(b))
    }
  }
  return sorted
}

function layerWidth(layer: readonly string[], boxes: ReadonlySet<string>, { width, gapX }: LayerSizes): number {
  return layer.reduce((sum, id) => sum + (boxes.has(id) ? width : laneWidth) + gapX, -gapX)
}

function coordinates(
  layers: readonly (readonly string[])[],
  boxes: ReadonlySet<string>,
  sizes: LayerSizes,
): ReadonlyMap<string, Point> {
  const widest = Math.max(0, ...layers.map((layer) => layerWidth(layer, boxes, sizes)))
  const found = new Map<string, Point>()
  for (const [index, layer] of layers.entries()) {
    let x = (widest - layerWidth(layer, boxes, sizes)) / 2
    for (const id of layer) {
      const width = boxes.has(id) ? sizes.width : laneWidth
      found.set(id, { x: x + width / 2, y: index * (sizes.height + sizes.gapY) + sizes.height / 2 })
      x += width + sizes.gapX
    }
  }
  return found
}
