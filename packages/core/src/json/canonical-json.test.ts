import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  test('sorts members by code unit, writes numbers and strings as ECMAScript does (example of RFC 8785)', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('sorts by UTF-16 code unit, not by character', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))
    expect(Object.keys(JSON.parse(written) as object)).toEqual(['1', '\r', '\u0080', 'ö', '€', '😀', '\ufb33'])
  })

  test('is the same for the same value, and reads back as it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('leaves out undefined members, as JSON does', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}')
  })

  test.each<[string, unknown, string]>([
    ['NaN', { a: [1, Number.NaN] }, '$.a[1]'],
    ['an infinity', Number.POSITIVE_INFINITY, '$'],
    ['undefined in a list', [undefined], '$[0]'],
    ['a function', { f: () => 1 }, '$.f'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map(), '$'],
    ['a bigint', { n: 1n }, '$.n'],
    ['half a character', { s: '\ud800' }, '$.s'],
    ['half a character as a name', { '\ud800': 1 }, '$'],
  ])('refuses %s, and says where', (_what, value, place) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
    expect(() => canonicalJson(value)).toThrow(place)
  })
})
