import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatQuantity, parseQuantity } from './quantity.ts'

describe('what people type', () => {
  test.each([
    ['10k', 10_000],
    ['1.5M', 1_500_000],
    ['1.1m', 1_100_000],
    ['€20 000', 20_000],
    ['CHF 3k', 3_000],
    ['1,250,000.50', 1_250_000.5],
    ['1.250.000,50', 1_250_000.5],
    ['1,250', 1_250],
    ['0,2', 0.2],
    ['.5', 0.5],
    ['2 bn', 2e9],
    ['3 Mio.', 3e6],
    ["1'200", 1_200],
    ['-4k', -4_000],
    ['0', 0],
  ])('%s is %d', (text, value) => expect(parseQuantity(text)).toBe(value))

  test.each(['', 'k', 'ten', '1.2.3', '5x', '10 %', '--1', '1k2', '€'])('%j is no amount', (text) =>
    expect(parseQuantity(text)).toBeNull(),
  )
})

describe('what a field shows', () => {
  test.each([
    [10_000, '10k'],
    [1_500_000, '1.5M'],
    [2e9, '2bn'],
    [1_234_567, '1,234,567'],
    [0.25, '0.25'],
    [999, '999'],
    [0, '0'],
  ])('%d as %s', (value, text) => expect(formatQuantity(value)).toBe(text))

  test('reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (minor) => {
        expect(parseQuantity(formatQuantity(minor / 100))).toBe(minor / 100)
      }),
    )
  })
})
