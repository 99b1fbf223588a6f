import { expect, it } from 'vitest'
import { formatChange } from './format-change.ts'

it.each([
  [{ kind: 'reference', before: 'Ann', after: 'Bob' }, 'X: Ann → Bob'],
  [{ kind: 'text', before: 'Old', after: '' }, 'X: Old → nothing'],
  [{ kind: 'text', before: null, after: 'New' }, 'X: New'],
  [{ kind: 'money', before: 5000, after: 120_000 }, 'X: €50.00 → €1,200.00'],
  [{ kind: 'instant', before: null, after: '2026-02-01T08:30:00.000Z' }, 'X: 2026-02-01 08:30'],
  [{ kind: 'flag', before: true, after: false }, 'X: yes → no'],
  [{ kind: 'list', before: ['C'], after: ['C', 'I'] }, 'X: C → C, I'],
  [{ kind: 'many', before: null, after: 93 }, 'X: 93 values'],
] as const)('says a change of %j', (change, expected) => {
  expect(formatChange({ field: 'x', label: 'X', ...change }, 'EUR')).toBe(expected)
})
