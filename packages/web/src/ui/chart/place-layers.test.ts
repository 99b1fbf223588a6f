import { describe, expect, test } from 'vitest'
import { placeLayers } from './place-layers.ts'

const sizes = { width: 100, height: 40, gapX: 20, gapY: 60 }
const edge = (from: string, to: string) => ({ from, to })

describe('layers', () => {
  test('have each box below all that lead to it', () => {
    const edges = [edge('a', 'b'), edge('b', 'c'), edge('a', 'c'), edge('d', 'c')]
    const { nodes, ways } = placeLayers(['a', 'b', 'c', 'd'], edges, sizes)
    for (const { from, to } of edges) expect(nodes.get(from)?.y).toBeLessThan(nodes.get(to)?.y ?? 0)
    // The edge that passes a layer has a lane in it, beside the box there.
    expect(ways[2]?.points).toHaveLength(3)
    expect(Math.abs((ways[2]?.points[1]?.x ?? 0) - (nodes.get('b')?.x ?? 0))).toBeGreaterThanOrEqual(sizes.width / 2)
  })

  test('end on circles, whose last edge points back', () => {
    const { ways, nodes } = placeLayers(['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'b')], sizes)
    expect(ways.map(({ isBack }) => isBack)).toEqual([false, false, true])
    expect(ways[2]?.points[0]).toEqual(nodes.get('c'))
  })

  test('do not overlap, and are sorted so that edges need not cross', () => {
    const { nodes, width } = placeLayers(['a', 'b', 'c', 'd'], [edge('a', 'd'), edge('b', 'c')], sizes)
    expect(nodes.get('d')?.x).toBe(nodes.get('a')?.x)
    expect(nodes.get('c')?.x).toBe(nodes.get('b')?.x)
    expect(width).toBe(220)
  })
})
