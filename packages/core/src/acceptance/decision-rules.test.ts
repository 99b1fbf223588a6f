import { describe, expect, it } from 'vitest'
import { seenRefusals, withdrawRefusals } from './decision-rules.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('what was seen before a risk is accepted', () => {
  it.each([
    ['nothing said', undefined, 500_000, []],
    ['the same', 500_000, 500_000, []],
    ['less than was seen', 500_000, 400_000, []],
    ['within one per cent', 500_000, 505_000, []],
    ['more than one per cent above', 500_000, 506_000, ['acceptance-not-seen']],
    ['rounding of small amounts', 10, 11, []],
  ] as const)('%s', (_case, seen, proven, expected) => {
    expect(codes(seenRefusals(seen, proven, 'EUR'))).toEqual(expected)
  })

  it('is said with both amounts', () => {
    expect(seenRefusals(24_000_000, 41_000_000, 'EUR')[0]?.message).toContain('from €240k to €410k')
  })
})

describe('taking an acceptance back', () => {
  const valid = { status: 'valid', acceptedByUserId: 'ann' } as const
  it.each([
    ['whoever accepted', valid, { userId: 'ann', role: 'contributor' }, []],
    ['a manager', valid, { userId: 'bob', role: 'manager' }, []],
    ['top management', valid, { userId: 'bob', role: 'owner' }, []],
    ['another contributor', valid, { userId: 'bob', role: 'contributor' }, ['acceptance-not-yours']],
    ['twice', { ...valid, status: 'withdrawn' }, { userId: 'ann', role: 'owner' }, ['acceptance-not-valid']],
    ['after it reopened', { ...valid, status: 'reopened' }, { userId: 'ann', role: 'owner' }, ['acceptance-not-valid']],
    ['after a renewal', { ...valid, status: 'renewed' }, { userId: 'ann', role: 'owner' }, ['acceptance-not-valid']],
  ] as const)('%s', (_case, acceptance, actor, expected) => {
    expect(codes(withdrawRefusals(acceptance, actor))).toEqual(expected)
  })
})
