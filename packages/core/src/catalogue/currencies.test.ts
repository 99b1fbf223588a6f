import { expect, test } from 'vitest'
import { currencies, currencyCodes, findCurrency, getCurrency, minorDigitsOf } from './currencies.ts'

test('minor units are those of ISO 4217', () => {
  const codesWith = (digits: number) =>
    currencies.filter((currency) => currency.minorDigits === digits).map(({ code }) => code)
  expect(codesWith(0)).toEqual(['ISK', 'JPY', 'KRW'])
  expect(codesWith(3)).toEqual(['KWD'])
  expect(codesWith(2)).toHaveLength(currencies.length - 4)
})

test('codes are unique and well-formed, and no rate is out of this world', () => {
  expect(new Set(currencyCodes).size).toBe(currencies.length)
  for (const { code, usdPerUnit } of currencies) {
    expect(code).toMatch(/^[A-Z]{3}$/)
    expect(usdPerUnit > 0.00001 && usdPerUnit < 10, code).toBe(true)
  }
  expect(getCurrency('USD').usdPerUnit).toBe(1)
})

test('getting an unknown currency names it', () => {
  expect(findCurrency('XXX')).toBeUndefined()
  expect(() => getCurrency('XXX')).toThrow('"XXX"')
})

test('a currency the catalogue does not have is taken to have two decimal places', () => {
  expect(['JPY', 'KWD', 'EUR', 'CLF'].map(minorDigitsOf)).toEqual([0, 3, 2, 2])
})
