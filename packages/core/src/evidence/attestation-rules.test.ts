import { describe, expect, it } from 'vitest'
import { attestationRefusals } from './attestation-rules.ts'

const me = { userId: 'user-1', personId: 'person-1' }

describe('an attestation', () => {
  it.each([
    [{ ownerId: 'person-2', ownerUserId: 'user-2' }, []],
    [{ ownerId: 'person-2', ownerUserId: null }, []],
    [{ ownerId: 'person-1', ownerUserId: 'user-1' }, ['attested-by-owner']],
    [{ ownerId: 'person-9', ownerUserId: 'user-1' }, ['attested-by-owner']],
    [{ ownerId: null, ownerUserId: null }, ['attested-without-owner']],
  ])('of a control with the owner %o: %o', (owner, codes) => {
    expect(attestationRefusals(me, [{ ref: 'A.8.13', ...owner }]).map((refusal) => refusal.code)).toEqual(codes)
  })

  it('is refused once for each control that stands in its way', () => {
    const mine = { ref: 'A.5.1', ownerId: 'person-1', ownerUserId: null }
    const nobodys = { ref: 'A.5.2', ownerId: null, ownerUserId: null }
    expect(attestationRefusals(me, [mine, nobodys])).toHaveLength(2)
    expect(attestationRefusals(me, [])).toEqual([])
  })
})
