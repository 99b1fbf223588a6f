import { describe, expect, it } from 'vitest'
import { type Edit, insertBlock, insertLink, markLines, type Selection, wrap } from './markdown-edits.ts'

/** `a [b] c` is a text in which b is chosen. */
const chosen = (text: string): Selection => {
  const [before = '', inner = '', after = ''] = text.split(/[[\]]/)
  return { text: before + inner + after, start: before.length, end: before.length + inner.length }
}
const done = ({ text }: Selection, { from, to, insert, start, end }: Edit) => {
  const whole = text.slice(0, from) + insert + text.slice(to)
  return `${whole.slice(0, start)}[${whole.slice(start, end)}]${whole.slice(end)}`
}

describe('an edit of a Markdown text', () => {
  it.each([
    ['a [b] c', 'a **[b]** c'],
    ['a **[b]** c', 'a [b] c'],
    ['[]', '**[bold]**'],
  ])('makes %j bold as %j', (before, after) => {
    expect(done(chosen(before), wrap(chosen(before), '**', 'bold'))).toBe(after)
  })

  it.each([
    ['one\n[tw]o\nthree', 'bullets', 'one\n[- two]\nthree'],
    ['[one\ntwo]', 'numbers', '[1. one\n2. two]'],
    ['[1. one\n2. two]', 'bullets', '[- one\n- two]'],
    ['[- one\n- two]', 'bullets', '[one\ntwo]'],
    ['## on[]e', 'heading1', '[# one]'],
  ] as const)('marks the lines of %j as %s', (before, mark, after) => {
    expect(done(chosen(before), markLines(chosen(before), mark))).toBe(after)
  })

  it('links what is chosen, ready for the address', () => {
    const at = chosen('see [the plan].')
    const edit = insertLink(at)
    const whole = at.text.slice(0, edit.from) + edit.insert + at.text.slice(edit.to)
    expect(whole).toBe('see [the plan](https://).')
    expect(whole.slice(edit.start, edit.end)).toBe('https://')
  })

  it('puts a block on lines of its own', () => {
    const at = chosen('before[]\nafter')
    const { insert } = insertBlock(at, 'BLOCK')
    expect(insert).toBe('\n\nBLOCK\n')
    expect(insertBlock(chosen('[]'), 'BLOCK').insert).toBe('BLOCK\n\n')
  })
})
