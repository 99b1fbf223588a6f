import { expect, test } from 'vitest'
import { placeProcesses } from './process-layers.ts'

const nodes = ['risk', 'treatment', 'audit', 'review'].map((id) => ({ id, name: id }))
const placed = (edges: readonly (readonly [string, string])[]) =>
  placeProcesses(
    nodes,
    edges.map(([from, to]) => ({ from, to })),
  ).map(({ id, column, row }) => [id, column, row])

test('a process stands right of everything that feeds it', () => {
  expect(
    placed([
      ['risk', 'treatment'],
      ['treatment', 'review'],
      ['audit', 'review'],
    ]),
  ).toEqual([
    ['risk', 0, 0],
    ['treatment', 1, 0],
    ['audit', 1, 1],
    ['review', 2, 0],
  ])
})

test('a circle is walked once', () => {
  const columns = placed([
    ['risk', 'treatment'],
    ['treatment', 'review'],
    ['review', 'risk'],
  ]).map(([, column]) => column)
  expect(Math.max(...columns.map(Number))).toBeLessThanOrEqual(3)
  expect(columns).toHaveLength(4)
})
