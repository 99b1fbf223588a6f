import { expect, test } from 'vitest'
import { compareRefs } from './compare-refs.ts'

test('controls are listed as people count', () => {
  const refs = ['C-10', 'A.8.2', 'C-2', 'A.5.10', 'A.5.9', 'A.8.13', 'A.5', 'B', 'A.5.9']
  expect(refs.toSorted(compareRefs)).toEqual(['A.5', 'A.5.9', 'A.5.9', 'A.5.10', 'A.8.2', 'A.8.13', 'B', 'C-2', 'C-10'])
})
