import { describe, expect, it } from 'vitest'
import { deadlinesOf, findingClock } from './deadlines.ts'

const decidedAt = '2026-05-12T12:00:00.000Z'
const cycle = { decidedAt, expiresAt: null }
const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const days = (now: string, audits: Parameters<typeof deadlinesOf>[1] = []) =>
  Object.fromEntries(deadlinesOf(cycle, audits, at(now)).map((one) => [one.key, one]))
const held = (kind: string, day: string) => ({ kind, state: 'passed', startsAt: day, endsAt: `${day}T12:00:00.000Z` })

describe('a certification cycle', () => {
  it('has its deadlines from the day of the decision', () => {
    const all = days('2026-06-01')
    expect(all.surveillance1?.dueAt.slice(0, 10)).toBe('2027-05-12')
    expect(all.surveillance2?.dueAt.slice(0, 10)).toBe('2028-12-31')
    expect(all.recertification?.dueAt.slice(0, 10)).toBe('2029-02-11')
    expect(all.expiry?.dueAt.slice(0, 10)).toBe('2029-05-12')
    expect(all.restore?.dueAt.slice(0, 10)).toBe('2029-11-12')
  })

  it.each([
    ['2027-02-01', null],
    ['2027-02-11', 90],
    ['2027-03-13', 60],
    ['2027-04-12', 30],
    ['2027-05-05', 7],
    ['2027-05-20', 7],
  ])('on %s alerts at %s days before the first surveillance', (now, alertDays) => {
    expect(days(now).surveillance1).toMatchObject({ alertDays, state: now > '2027-05-12' ? 'late' : 'open' })
  })

  it('is quiet about what is done', () => {
    expect(days('2027-06-01', [held('surveillance1', '2027-04-20')]).surveillance1).toMatchObject({
      state: 'done',
      alertDays: null,
    })
  })

  it('asks for stage 2 within six months of stage 1', () => {
    const [stage2] = deadlinesOf({ decidedAt: null, expiresAt: null }, [held('stage1', '2026-01-15')], at('2026-02-01'))
    expect(stage2).toMatchObject({ key: 'stage2', dueAt: '2026-07-15T12:00:00.000Z', state: 'open' })
  })
})

describe('a finding of the body', () => {
  const stage2 = { kind: 'stage2', endsAt: '2026-03-10T12:00:00.000Z' }
  const open = { grade: 'major', termAt: '2026-06-08T12:00:00.000Z', planAcceptedAt: null, verifiedAt: null }
  it('that is major is verified within the term, and within six months of stage 2', () => {
    expect(findingClock(open, stage2)).toMatchObject({ dueAt: open.termAt, isMet: false })
    const late = findingClock({ ...open, termAt: '2027-01-01T12:00:00.000Z' }, stage2)
    expect(late?.dueAt).toBe('2026-09-10T12:00:00.000Z')
    expect(findingClock({ ...open, planAcceptedAt: decidedAt }, stage2)?.isMet).toBe(false)
    expect(findingClock({ ...open, verifiedAt: decidedAt }, stage2)?.isMet).toBe(true)
  })
  it('that is minor has its plan accepted within the term', () => {
    expect(findingClock({ ...open, grade: 'minor' }, stage2)).toMatchObject({ dueAt: open.termAt, isMet: false })
    expect(findingClock({ ...open, grade: 'minor', planAcceptedAt: decidedAt }, stage2)?.isMet).toBe(true)
    expect(findingClock({ ...open, grade: 'opportunity' }, stage2)).toBeNull()
  })
})
