import { describe, expect, test } from 'vitest'
import { pageOf, paths, pathTo } from './paths.ts'

describe('addresses', () => {
  test('are filled with escaped parameters', () => {
    expect(pathTo(paths.control, { slug: 'acme', controlRef: 'A.8.13' })).toBe('/o/acme/controls/A.8.13')
    expect(pathTo(paths.invitation, { token: 'a/b?c' })).toBe('/invitation/a%2Fb%3Fc')
  })

  test('refuse to be made with a parameter missing', () => {
    expect(() => pathTo(paths.risk, { slug: 'acme' })).toThrow('The path /o/$slug/risks/$number needs number.')
  })

  test('are all different', () => {
    expect(new Set(Object.values(paths)).size).toBe(Object.keys(paths).length)
  })
})

describe('the page of an object', () => {
  test.each([
    ['risk', 'R-12', paths.risk, { number: '12' }],
    ['need', 'A.8.13', paths.control, { controlRef: 'A.8.13' }],
    ['control', 'C-4', paths.control, { controlRef: 'C-4' }],
    ['evidence', 'E-40', paths.evidencePiece, { number: '40' }],
    ['action', 'T-3', paths.action, { number: '3' }],
    ['collector', 'nightly scan', paths.collectors, {}],
    ['portfolio', 'the whole year', paths.loss, {}],
  ])('of %s %s', (entity, ref, to, params) => expect(pageOf({ entity, ref })).toEqual({ to, params }))

  test('is none for what has none', () => expect(pageOf({ entity: 'soa_line', ref: 'Z-9' })).toBeNull())
})
