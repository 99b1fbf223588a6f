import { describe, expect, test } from 'vitest'
import { aMethodology, day, day0 } from '../test/sample-chain.ts'
import { addMonths } from '../time/calendar.ts'
import { type AcceptanceRequest, acceptanceRefusals, latestExpiry } from './acceptance-rules.ts'

const owner = { userId: 'user-1', role: 'contributor', person: { id: 'person-1', active: true } } as const

function refusals(fields: Partial<AcceptanceRequest>): readonly string[] {
  return acceptanceRefusals({
    risk: { status: 'treated', ownerId: 'person-1', assessedBy: 'user-2' },
    level: 'medium',
    actor: owner,
    expiresAt: day(180),
    now: day0,
    methodology: aMethodology(),
    ...fields,
  }).map((refusal) => refusal.code)
}

describe('who may accept what, until when', () => {
  const risk = { status: 'treated', ownerId: 'person-1', assessedBy: 'user-2' } as const
  const manager = { ...owner, role: 'manager' } as const
  const head = { ...owner, role: 'owner' } as const
  const top = aMethodology({ acceptanceRights: [{ level: 'high', mayAccept: 'top', maxMonths: 3 }] })

  test.each<[string, Partial<AcceptanceRequest>, readonly string[]]>([
    ['its owner, at medium', {}, []],
    ['its owner again, on an accepted risk', { risk: { ...risk, status: 'accepted' } }, []],
    ['somebody else', { actor: { ...owner, person: { id: 'person-2', active: true } } }, ['acceptance-not-owner']],
    ['a user who is nobody', { actor: { ...owner, person: null } }, ['acceptance-not-owner']],
    [
      'an owner who left',
      { actor: { ...owner, person: { id: 'person-1', active: false } } },
      ['acceptance-owner-left'],
    ],
    ['nobody owns it', { risk: { ...risk, ownerId: null } }, ['acceptance-no-owner']],
    ['a draft', { risk: { ...risk, status: 'draft' } }, ['acceptance-not-treated']],
    ['an assessed risk', { risk: { ...risk, status: 'assessed' } }, ['acceptance-not-treated']],
    ['a closed risk', { risk: { ...risk, status: 'closed' } }, ['acceptance-not-treated']],
    ['not estimated', { level: null }, ['acceptance-not-estimated']],
    ['an auditor who owns a risk', { actor: { ...owner, role: 'auditor' } }, ['acceptance-not-entitled']],
    ['high, by a contributor', { level: 'high' }, ['acceptance-not-entitled']],
    ['high, by a manager', { level: 'high', actor: manager }, []],
    [
      'high, asks for the top, by a manager',
      { level: 'high', actor: manager, methodology: top, expiresAt: day(30) },
      ['acceptance-not-entitled'],
    ],
    ['high, asks for the top, by the head', { level: 'high', actor: head, methodology: top, expiresAt: day(30) }, []],
    ['critical: never', { level: 'critical', actor: head }, ['acceptance-never']],
    ['a level the methodology forgot: never', { level: 'low', methodology: top }, ['acceptance-never']],
    ['the assessor, at low', { level: 'low', risk: { ...risk, assessedBy: 'user-1' } }, []],
    ['the assessor, above low', { risk: { ...risk, assessedBy: 'user-1' } }, ['acceptance-by-assessor']],
    ['for twelve months', { expiresAt: addMonths(day0, 12) }, []],
    ['for a moment longer', { expiresAt: addMonths(day0, 12) + 1 }, ['acceptance-too-long']],
    [
      'high, for twelve months where six are allowed',
      { level: 'high', actor: manager, expiresAt: addMonths(day0, 12) },
      ['acceptance-too-long'],
    ],
    ['until now', { expiresAt: day0 }, ['acceptance-expired']],
    ['until not a number', { expiresAt: Number.NaN }, ['acceptance-expired']],
    ['for ever', { expiresAt: Number.POSITIVE_INFINITY }, ['acceptance-too-long']],
  ])('%s', (_what, fields, codes) => {
    expect(refusals(fields)).toEqual(codes)
  })

  test('every reason is told at once, in sentences', () => {
    const messages = acceptanceRefusals({
      risk: { status: 'draft', ownerId: 'person-2', assessedBy: 'user-1' },
      level: 'high',
      actor: owner,
      expiresAt: addMonths(day0, 12),
      now: day0,
      methodology: aMethodology(),
    }).map((refusal) => refusal.message)
    expect(messages).toEqual([
      'The risk is draft: what remains can be accepted once its treatment is decided.',
      'Only the owner of the risk can accept it, or a deputy with a delegation in force for this level.',
      'A high risk can only be accepted by a risk owner who is ISMS manager or above.',
      'Whoever assessed a high risk cannot accept it: a second pair of eyes is needed above low.',
      'A high risk can be accepted for 6 months at most, until 1 Jul 2026.',
    ])
  })

  test('the latest expiry that is allowed is accepted, and there is none where nobody may', () => {
    expect(latestExpiry('high', aMethodology(), day0)).toBe(addMonths(day0, 6))
    expect(latestExpiry('critical', aMethodology(), day0)).toBeNull()
  })
})
