import { describe, expect, it } from 'vitest'
import { editRefusals, removeRefusals } from './risk-edit-rules.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('a risk', () => {
  it.each(['draft', 'assessed', 'treated', 'accepted'] as const)('is edited while %s', (status) => {
    expect(editRefusals(status)).toEqual([])
  })

  it('is not edited once closed', () => {
    expect(codes(editRefusals('closed'))).toEqual(['risk-closed'])
  })

  it.each([
    ['never accepted, with a reason', false, 'entered twice', []],
    ['never accepted, without a reason', false, ' ', ['risk-removed-without-reason']],
    ['once accepted', true, 'entered twice', ['risk-was-accepted']],
  ] as const)('%s: is removed or not', (_case, wasAccepted, reason, expected) => {
    expect(codes(removeRefusals({ wasAccepted }, reason))).toEqual(expected)
  })
})
