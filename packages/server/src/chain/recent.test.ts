import { describe, expect, it } from 'vitest'
import { keepRecent } from './recent.ts'

describe('what was asked for last', () => {
  it('is found in the version it was kept in, and in no other', () => {
    const recent = keepRecent<string>(10)
    recent.keep('a', '1', 'first', 1)
    expect(recent.find('a', '1')).toBe('first')
    expect(recent.find('a', '2')).toBeUndefined()
    expect(recent.find('b', '1')).toBeUndefined()
    recent.keep('a', '2', 'second', 1)
    expect(recent.find('a', '1')).toBeUndefined()
    expect(recent.find('a', '2')).toBe('second')
  })

  it('makes room by what was asked for longest ago', () => {
    const recent = keepRecent<string>(10)
    for (const id of ['a', 'b']) recent.keep(id, '1', id, 5)
    recent.find('a', '1')
    recent.keep('c', '1', 'c', 4)
    expect([recent.find('a', '1'), recent.find('b', '1'), recent.find('c', '1')]).toEqual(['a', undefined, 'c'])
    recent.keep('too large', '1', 'x', 11)
    expect(recent.find('too large', '1')).toBeUndefined()
  })
})
