import fc from 'fast-check'
import { expect, it } from 'vitest'
import { trimCommon } from './trim-shared-text.ts'

const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'

it.each([
  ['short texts stay whole', 'a b c', 'a b d', ['a b c', 'a b d']],
  [
    'an end',
    long,
    `${long} more`,
    ['… twelve thirteen fourteen fifteen sixteen', '… twelve thirteen fourteen fifteen sixteen more'],
  ],
  ['a beginning', long, `zero ${long}`, ['one two three four …', 'zero one two three four …']],
  [
    'a middle',
    long,
    long.replace('eight', 'EIGHT'),
    ['… four five six seven eight nine ten eleven twelve …', '… four five six seven EIGHT nine ten eleven twelve …'],
  ],
])('%s', (_case, before, after, expected) => {
  expect(trimCommon(before, after)).toEqual(expected)
})

it('never shows two different texts as the same', () => {
  const texts = fc
    .array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta'), { maxLength: 60 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const [old, now] = trimCommon(before, after)
      if (before !== after) expect(old).not.toBe(now)
      expect(old.length).toBeLessThanOrEqual(before.length + 4)
    }),
  )
})
