import { expect, it } from 'vitest'
import { parseSearch } from './parse-search.ts'

it.each([
  ['R-12', 'R', 12, null],
  ['r12', 'R', 12, null],
  ['as 3', 'AS', 3, null],
  ['12', '', 12, null],
  ['A.8.13', null, null, 'A.8.13'],
  ['a.8.', null, null, 'A.8.'],
  ['8.13', null, null, 'A.8.13'],
  ['A8', 'A', 8, 'A.8'],
  ['c-4', 'C', 4, 'C-4'],
  ['A.9.1', null, null, null],
  ['backup', null, null, null],
  ['1234567890', null, null, null],
])('%j is read as %j %j, control %j', (text, refLetters, refNumber, controlRef) => {
  expect(parseSearch(text)).toMatchObject({ refLetters, refNumber, controlRef })
})

it('takes words apart, a few of them', () => {
  expect(parseSearch('  restore   test ').words).toEqual(['restore', 'test'])
  expect(parseSearch('').words).toEqual([])
  expect(parseSearch('a b c d e f g h i j').words).toHaveLength(8)
})
