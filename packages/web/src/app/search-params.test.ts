import { describe, expect, test } from 'vitest'
import { flag, instant, isFiltered, listSearch, oneOf, someOf, text } from './search-params.ts'

const read = listSearch(['title', 'number'], {
  kind: oneOf(['site', 'people']),
  states: someOf(['a', 'b']),
  open: flag,
  owner: text,
})

describe('the address of a list', () => {
  test('keeps what is right', () => {
    const search = {
      page: 3,
      pageSize: 100,
      sort: '-title',
      q: 'back',
      kind: 'site',
      states: ['b', 'a'],
      open: true,
      owner: 'x',
    }
    expect(read(search)).toEqual({ ...search, states: ['a', 'b'] })
  })

  test('drops what is wrong instead of failing', () => {
    expect(
      read({ page: -1, pageSize: 'x', sort: 'colour', q: '', kind: 'moon', states: 'z', open: 'maybe', other: 1 }),
    ).toEqual({})
  })

  test('reads text that looks like a number, and one value where several may stand', () => {
    expect(read({ q: 27001, states: 'a', page: '2', open: 'false' })).toEqual({
      q: '27001',
      states: ['a'],
      page: 2,
      open: false,
    })
  })
})

test('an instant is brought to one form', () => {
  expect(instant('2026-05-12T10:00:00+02:00')).toBe('2026-05-12T08:00:00.000Z')
  expect([instant('yesterday'), instant('2026-13-40T00:00'), instant(5)]).toEqual([undefined, undefined, undefined])
})

test('sorting, paging and the date on screen are no filters, nor is what is not set', () => {
  expect(isFiltered({ page: 2, pageSize: 50, sort: 'title', asOf: 'x', q: undefined })).toBe(false)
  expect(isFiltered({ sort: 'title', open: false })).toBe(true)
})
