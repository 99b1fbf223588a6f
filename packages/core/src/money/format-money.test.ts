import { describe, expect, test } from 'vitest'
import { formatMoneyFull, formatMoneyShort } from './format-money.ts'

describe('money', () => {
  test.each([
    [0, 'EUR', '€0', '€0.00'],
    [1, 'EUR', '€0.01', '€0.01'],
    [850, 'EUR', '€8.5', '€8.50'],
    [999, 'EUR', '€9.99', '€9.99'],
    [8_512, 'EUR', '€85', '€85.12'],
    [99_949, 'EUR', '€999', '€999.49'],
    [99_950, 'EUR', '€1k', '€999.50'],
    [340_050, 'USD', '$3.4k', '$3,400.50'],
    [2_400_000, 'EUR', '€24k', '€24,000.00'],
    [41_025_000, 'EUR', '€410k', '€410,250.00'],
    [99_960_000, 'EUR', '€1M', '€999,600.00'],
    [123_456_789_00, 'GBP', '£123M', '£123,456,789.00'],
    [1_200_000_000_00, 'CHF', 'CHF 1.2bn', 'CHF 1,200,000,000.00'],
    [5e14, 'EUR', '€5T', '€5,000,000,000,000.00'],
    [1_200, 'JPY', '¥1.2k', '¥1,200'],
    [1_234_567, 'KWD', 'KWD 1.23k', 'KWD 1,234.567'],
    [-340_000, 'EUR', '−€3.4k', '−€3,400.00'],
    [-0.2, 'EUR', '€0', '€0.00'],
    [Number.NaN, 'EUR', 'unknown', 'unknown'],
    [Number.POSITIVE_INFINITY, 'EUR', 'unknown', 'unknown'],
  ])('%s minor units of %s: %s, %s', (minor, currency, short, full) => {
    expect(formatMoneyShort(minor, currency)).toBe(short)
    expect(formatMoneyFull(minor, currency)).toBe(full)
  })
})
