import { expect, test } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { oddsWords, yearsWords } from './odds-words.ts'

test.each([
  [1, 'every year', 'every year'],
  [0.9, '9 in 10', '9 years in 10'],
  [0.5, '1 in 2', '1 year in 2'],
  [0.37, '37 in 100', '37 years in 100'],
  [0.1, '1 in 10', '1 year in 10'],
  [0.0701, '1 in 14', '1 year in 14'],
  [0.005, '1 in 200', '1 year in 200'],
  [0.00002, '1 in 50,000', '1 year in 50,000'],
])('a chance of %d reads %s', (probability, odds, years) => {
  expect(oddsWords(i18n.t, probability)).toBe(odds)
  expect(yearsWords(i18n.t, probability)).toBe(years)
})

test('no chance is never', () => {
  expect(yearsWords(i18n.t, 0)).toBe('never')
})
