import { describe, expect, it } from 'vitest'
import { cycleWork } from './cycle-work.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const audit = (kind: string, state: string, endsAt: string) => ({ kind, state, startsAt: endsAt, endsAt })
const certified = { decidedAt: '2026-05-12T12:00:00.000Z', expiresAt: null }
const keysOn = (day: string, audits: Parameters<typeof cycleWork>[1] = []) =>
  cycleWork(certified, audits, at(day)).map(({ key, what }) => `${what} ${key}`)

describe('what a certification cycle asks for', () => {
  it('is its deadlines, each shown ninety days ahead', () => {
    expect(keysOn('2026-06-01')).toEqual([
      'Hold surveillance1',
      'Hold surveillance2',
      'Hold recertification',
      'Renew expiry',
    ])
    const [first] = cycleWork(certified, [], at('2026-06-01'))
    expect(first?.dueAt).toBe(at('2027-05-12'))
    expect(first?.shownFrom).toBe(at('2027-02-11'))
  })

  it.each([
    ['planned in time', audit('surveillance1', 'planned', '2027-04-20T12:00:00Z'), false],
    ['planned too late', audit('surveillance1', 'planned', '2027-06-20T12:00:00Z'), true],
    ['held', audit('surveillance1', 'held', '2027-04-20T12:00:00Z'), false],
  ])('asks no more for an audit that is %s, or goes on asking', (_, one, asks) => {
    expect(keysOn('2027-03-01', [one]).includes('Hold surveillance1')).toBe(asks)
  })

  it('asks to restore a certificate only after it expired', () => {
    expect(keysOn('2029-05-01')).not.toContain('Restore restore')
    expect(keysOn('2029-06-01')).toContain('Restore restore')
  })
})
