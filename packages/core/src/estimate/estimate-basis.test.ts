import { expect, test } from 'vitest'
import { estimateBasis } from './estimate-basis.ts'

const kept = { from: null, isChanged: false }
const changed = { from: null, isChanged: true }

test.each([
  ['nothing touched', 'Catalogue.', [kept, kept], 'Catalogue.'],
  ['a range changed by hand', 'Catalogue.', [kept, changed], 'Catalogue. Changed by hand afterwards.'],
  [
    'changed by hand before',
    'Catalogue. Changed by hand afterwards.',
    [changed, kept],
    'Catalogue. Changed by hand afterwards.',
  ],
  ['one range taken over', 'Catalogue.', [kept, { from: 'Loss: IRIS.', isChanged: false }], 'Catalogue. Loss: IRIS.'],
  [
    'both taken over, one changed after',
    'Catalogue.',
    [
      { from: 'A count.', isChanged: true },
      { from: 'Loss: IRIS.', isChanged: false },
    ],
    'A count. Changed by hand afterwards. Loss: IRIS.',
  ],
  ['typed from nothing', '', [changed, changed], ''],
] as const)('%s', (_what, before, ranges, basis) => {
  expect(estimateBasis(before, ranges)).toBe(basis)
})
