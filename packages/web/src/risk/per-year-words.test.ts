import { expect, test } from 'vitest'
import type { Translate } from '../i18n/translate.ts'
import { perYearWords } from './per-year-words.ts'

const t = ((key: string, values: Record<string, string>) =>
  key.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')) as unknown as Translate

test.each([
  [{ low: 0.00029, high: 0.0029 }, 'once in 340 to 3,400 years'],
  [{ low: 0.05, high: 0.5 }, 'once in 2 to 20 years'],
  [{ low: 0.2, high: 1 }, '0.2 to 1 times a year'],
  [{ low: 2, high: 6 }, '2 to 6 times a year'],
])('%j reads %s', (interval, words) => {
  expect(perYearWords(t, interval)).toBe(words)
})
