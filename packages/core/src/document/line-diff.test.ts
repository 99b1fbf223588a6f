import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineDiff } from './line-diff.ts'

const marks = { same: ' ', removed: '-', added: '+' }
const told = (before: string, after: string) => lineDiff(before, after).map(({ kind, text }) => marks[kind] + text)

describe('the difference of two texts', () => {
  it.each([
    ['a\nb', 'a\nb', [' a', ' b']],
    ['', 'a', ['+a']],
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a\nb\nc\nd', 'b\nd\ne', ['-a', ' b', '-c', ' d', '+e']],
    ['a\r\nb', 'a\nb', [' a', ' b']],
  ])('from %j to %j', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  it('gives both texts back, and numbers their lines', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'dd'), { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before, after)
        const side = (left: 'before' | 'after') => lines.filter((line) => line[left] !== null)
        expect(
          side('before')
            .map((line) => line.text)
            .join('\n'),
        ).toBe(before)
        expect(
          side('after')
            .map((line) => line.text)
            .join('\n'),
        ).toBe(after)
        expect(side('after').map((line) => line.after)).toEqual(side('after').map((_, at) => at + 1))
      }),
    )
  })
})
