export type MapNode = { readonly id: string; readonly name: string }
export type MapEdge = { readonly from: string; readonly to: string }
export type PlacedNode = MapNode & { readonly column: number; readonly row: number }

/**
 * Places processes in columns from left to right: each stands right of what feeds it. A process that feeds itself through
 * others has no such place for all of them, so the walk does not go round twice: the last step of a circle points back.
 */
export function placeProcesses(nodes: readonly MapNode[], edges: readonly MapEdge[]): readonly PlacedNode[] {
  const columns = new Map<string, number>()
  const columnOf = (id: string, above: readonly string[]): number => {
    const known = columns.get(id)
    if (known !== undefined) return known
    const feeders = edges.filter(({ to, from }) => to === id && !above.includes(from) && from !== id)
    const column = feeders.reduce((most, { from }) => Math.max(most, columnOf(from, [...above, id]) + 1), 0)
    columns.set(id, column)
    return column
  }
  for (const { id } of nodes) columnOf(id, [])
  // What nothing feeds stands right before what it feeds first, so that its arrow passes nobody.
  for (const { id } of nodes) {
    if (edges.some(({ to }) => to === id)) continue
    const fed = edges.filter(({ from }) => from === id).map(({ to }) => columns.get(to) ?? 0)
    if (fed.length > 0) columns.set(id, Math.max(0, Math.min(...fed) - 1))
  }
  const filled = new Map<number, number>()
  return nodes.map((node) => {
    const column = columns.get(node.id) ?? 0
    const row = filled.get(column) ?? 0
    filled.set(column, row + 1)
    return { ...node, column, row }
  })
}
