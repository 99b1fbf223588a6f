import { expect, test } from 'vitest'
import { translateBy } from './translate.ts'

const english = translateBy('en', {
  '{{count}} rows_one': '{{count}} row',
  '{{count}} rows_zero': 'No row',
  '{{name}} has {{count}} tokens._one': '{{name}} has a token.',
})

test.each([
  [0, 'No row'],
  [1, '1 row'],
  [2, '2 rows'],
  [1.5, '1.5 rows'],
])('%d in English: %s', (count, said) => {
  expect(english('{{count}} rows', { count })).toBe(said)
})

test('values stand where they are named, as they are', () => {
  expect(english('{{name}} has {{count}} tokens.', { name: '<A & B> $& {{count}}', count: 1 })).toBe(
    '<A & B> $& {{count}} has a token.',
  )
  expect(english('{{by}}: {{by}}', { by: 0 })).toBe('0: 0')
  expect(english('By {{by}}.', { by: undefined })).toBe('By .')
})

test('a language with more plural forms takes each from its own line, and English where it lacks one', () => {
  const polish = translateBy('pl', {
    '{{count}} rows_one': '{{count}} wiersz',
    '{{count}} rows_few': '{{count}} wiersze',
    '{{count}} rows_many': '{{count}} wierszy',
    'A row': 'Wiersz',
  })
  expect([1, 3, 5, 22].map((count) => polish('{{count}} rows', { count }))).toEqual([
    '1 wiersz',
    '3 wiersze',
    '5 wierszy',
    '22 wiersze',
  ])
  expect(polish('A row')).toBe('Wiersz')
  expect(polish('A column')).toBe('A column')
})
