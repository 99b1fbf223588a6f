import { describe, expect, it } from 'vitest'
import { type Delegation, delegationFor, delegationRefusals, grantRefusals, isInForce } from './delegation-rules.ts'

const day = (of: number) => Date.UTC(2026, 4, of, 12)
const granted: Delegation = {
  id: 'd',
  number: 1,
  entitles: 'accept_medium',
  fromPersonId: 'ann',
  toPersonId: 'ben',
  startsAt: day(10),
  endsAt: day(20),
  status: 'granted',
}
const wanted = { fromPersonId: 'ann', toPersonId: 'ben', level: 'medium' } as const

describe('a delegation', () => {
  it.each([
    ['on its first morning', {}, Date.UTC(2026, 4, 10, 1), true],
    ['on its last evening', {}, Date.UTC(2026, 4, 20, 23), true],
    ['the day before', {}, day(9), false],
    ['the day after', {}, day(21), false],
    ['before it is granted', { status: 'proposed' as const }, day(15), false],
    ['after it was revoked', { status: 'revoked' as const }, day(15), false],
  ])('holds %s: %j', (_when, change, t, expected) => {
    expect(isInForce({ ...granted, ...change }, t)).toBe(expected)
  })

  it('entitles up to its level, this deputy, for this person', () => {
    expect(delegationFor([granted], wanted, day(15))).toBe(granted)
    expect(delegationFor([granted], { ...wanted, level: 'low' }, day(15))).toBe(granted)
    expect(delegationFor([granted], { ...wanted, level: 'high' }, day(15))).toBeNull()
    expect(delegationFor([granted], { ...wanted, toPersonId: 'cy' }, day(15))).toBeNull()
    expect(delegationFor([{ ...granted, entitles: 'other' }], wanted, day(15))).toBeNull()
  })

  it('is between two people, and ends after it begins', () => {
    expect(delegationRefusals(granted)).toEqual([])
    expect(delegationRefusals({ ...granted, toPersonId: 'ann', endsAt: day(1) }).map(({ code }) => code)).toEqual([
      'delegation_to_self',
      'delegation_days',
    ])
  })

  it.each([
    ['whoever is stood in for', { personId: 'ann', isOwner: false }, day(1), []],
    ['an owner of the organisation', { personId: 'olga', isOwner: true }, day(1), []],
    ['an owner for themselves', { personId: 'ben', isOwner: true }, day(1), ['delegation_not_yours']],
    ['the deputy', { personId: 'ben', isOwner: false }, day(1), ['delegation_not_yours']],
    ['nobody any more', { personId: 'ann', isOwner: false }, day(25), ['delegation_over']],
  ])('is granted by %s', (_who, actor, now, expected) => {
    expect(grantRefusals(granted, actor, now).map(({ code }) => code)).toEqual(expected)
  })
})
