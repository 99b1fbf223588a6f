import type { Explanation } from '@sinew/core/explanation/explanation.ts'
import { describe, expect, test } from 'vitest'
import { explanationText, fullTermValue, shortNumber, termValue } from './explanation-text.ts'

const term = (over: Partial<Explanation>): Explanation => ({
  label: 'x',
  value: 1,
  unit: 'count',
  asOf: 0,
  terms: [],
  ...over,
})

describe('values of terms', () => {
  test.each([
    [{ value: 0.8512, unit: 'share' }, '85.1 %', '0.8512'],
    [{ value: 41_025_049, unit: 'minor' }, '€410k', '€410,250.49'],
    [{ value: 0.25, unit: 'per_year' }, '0.25 a year', '0.25'],
    [{ value: 1, unit: 'days' }, '1 day', '1'],
    [{ value: 34, unit: 'days' }, '34 days', '34'],
    [{ value: Date.UTC(2026, 4, 12), unit: 'date' }, '12 May 2026', '12 May 2026'],
    [{ value: 'stale', unit: 'state' }, 'stale', 'stale'],
    [{ value: null, unit: 'minor' }, 'unknown', 'unknown'],
    [{ value: Number.NaN, unit: 'count' }, 'unknown', 'NaN'],
  ] as const)('%o reads %s, in full %s', (given, short, full) => {
    expect(termValue(given, 'EUR')).toBe(short)
    expect(fullTermValue(given, 'EUR')).toBe(full)
  })

  test('three significant digits at most', () => {
    expect([0.12345, 12.345, 1234.5].map(shortNumber)).toEqual(['0.123', '12.3', '1,230'])
  })
})

test('a tree becomes indented lines with formula and source', () => {
  const tree = term({
    label: 'Assurance',
    value: 0.61,
    unit: 'share',
    formula: 'g × Σ w φ r p ÷ Σ w',
    terms: [
      term({
        label: 'Restore test',
        value: 34,
        unit: 'days',
        source: { entity: 'evidence', id: '1', ref: 'E-40', label: 'Test' },
      }),
    ],
  })
  expect(explanationText(tree, 'EUR')).toBe('Assurance: 0.61 = g × Σ w φ r p ÷ Σ w\n  Restore test: 34 [E-40 Test]')
})
