import { describe, expect, it } from 'vitest'
import { methodologyDiff } from './methodology-diff.ts'

const bands = [
  { name: 'Rare', upToPerYear: 0.1 },
  { name: 'Often', upToPerYear: null },
]

describe('the difference between two versions', () => {
  it.each([
    ['nothing', { bands, share: 0.2 }, { share: 0.2, bands: bands.map((band) => ({ ...band })) }, []],
    ['a number', { share: 0.2 }, { share: 0.3 }, [{ path: 'share', before: 0.2, after: 0.3 }]],
    [
      'a field of a band',
      { bands },
      { bands: [{ name: 'Rare', upToPerYear: 0.2 }, bands[1]] },
      [{ path: 'bands.0.upToPerYear', before: 0.1, after: 0.2 }],
    ],
    [
      'a band more',
      { bands: [bands[1]] },
      { bands: [bands[1], bands[0]] },
      [
        { path: 'bands.1.name', before: null, after: 'Rare' },
        { path: 'bands.1.upToPerYear', before: null, after: 0.1 },
      ],
    ],
    ['a field gone', { scope: 'all' }, {}, [{ path: 'scope', before: 'all', after: null }]],
    ['absent and null are one', { bound: null }, {}, []],
  ] as const)('%s', (_case, before, after, differences) => {
    expect(methodologyDiff(before, after)).toEqual(differences)
  })
})
