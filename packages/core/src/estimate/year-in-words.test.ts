import { expect, test } from 'vitest'
import { yearInWords } from './year-in-words.ts'

test.each([
  [
    { meanMinor: 2_000_000, none: 0.83, oneInTen: 3_000_000, oneInHundred: 40_000_000 },
    '83 years in 100 cost nothing, but the mean year costs €20k, because the others count for them: 1 year in 10 costs more than €30k, 1 in 100 more than €400k.',
  ],
  [
    { meanMinor: 2_000_000, none: 0.95, oneInTen: 0, oneInHundred: 40_000_000 },
    '95 years in 100 cost nothing, but the mean year costs €20k, because the others count for them: 1 year in 100 costs more than €400k.',
  ],
  [
    { meanMinor: 2_000_000, none: 0.001, oneInTen: 3_000_000, oneInHundred: 4_000_000 },
    'Hardly a year passes without a loss; the mean year costs €20k, and 1 year in 10 costs more than €30k, 1 in 100 more than €40k.',
  ],
])('%#', (year, sentence) => {
  expect(yearInWords(year, 'EUR')).toBe(sentence)
})
