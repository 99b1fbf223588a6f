import { describe, expect, it } from 'vitest'
import { refuseDeactivation, refuseOwner, refuseReactivation } from './person-rules.ts'

const ann = { id: 'a', name: 'Ann', active: true }
const bob = { id: 'b', name: 'Bob', active: true }
const left = { id: 'c', name: 'Cleo', active: false }
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('somebody who left', () => {
  it('is given nothing to own', () => {
    expect(refuseOwner(ann)).toEqual([])
    expect(refuseOwner(left)).toEqual([
      { code: 'owner_left', message: 'Cleo has left. Choose somebody who is still here.' },
    ])
  })

  it.each([
    ['owns nothing, no successor', ann, 0, null, []],
    ['owns something, no successor', ann, 3, null, ['still_owns']],
    ['owns something, a successor', ann, 3, bob, []],
    ['a successor who left as well', ann, 3, left, ['owner_left']],
    ['their own successor', ann, 3, ann, ['own_successor']],
    ['left before', left, 0, null, ['already_inactive']],
  ] as const)('%s', (_case, person, owned, successor, expected) => {
    expect(codes(refuseDeactivation(person, owned, successor))).toEqual(expected)
  })

  it('says how much is left behind', () => {
    expect(refuseDeactivation(ann, 1, null)[0]?.message).toBe('Ann still answers for one thing. Say who takes over.')
    expect(refuseDeactivation(ann, 12, null)[0]?.message).toBe('Ann still answers for 12 things. Say who takes over.')
  })

  it('comes back once', () => {
    expect(refuseReactivation(left)).toEqual([])
    expect(codes(refuseReactivation(ann))).toEqual(['already_active'])
  })
})
