import { expect, test } from 'vitest'
import type { Translate } from '../i18n/translate.ts'
import { confidenceWords } from './confidence-words.ts'

const t = ((words: string, values: { count?: number } = {}) =>
  words.replace('{{count}}', `${values.count}`)) as unknown as Translate

test.each([
  [1, 'in every reading'],
  [63 / 64, 'in more than 9 of 10 readings'],
  [0.94, 'in 9 of 10 readings'],
  [0.81, 'in 8 of 10 readings'],
  [0.05, 'in 1 of 10 readings'],
  [1 / 64, 'in fewer than 1 of 10 readings'],
  [0, 'in no reading'],
])('%d reads %s', (share, words) => expect(confidenceWords(t, share)).toBe(words))
