import { describe, expect, it } from 'vitest'
import { isWithinAreas, readAreas, refuseEnded, refuseLimits, refuseOutsidePeriod, unlimited } from './access-limits.ts'

const at = (instant: string) => Date.parse(instant)
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)
const period = { ...unlimited, readFrom: '2026-01-01', readUntil: '2026-06-30' }

describe('a membership', () => {
  it('opens until the end of its last day, in UTC', () => {
    expect(refuseEnded({ accessUntil: null }, at('2999-01-01T00:00:00Z'))).toEqual([])
    expect(refuseEnded({ accessUntil: '2026-06-30' }, at('2026-06-30T23:59:59.999Z'))).toEqual([])
    expect(refuseEnded({ accessUntil: '2026-06-30' }, at('2026-07-01T00:00:00Z'))).toEqual([
      {
        code: 'access_ended',
        message: 'Your access to this organisation ended on 30 Jun 2026. Ask an owner or manager to extend it.',
      },
    ])
  })

  it.each([
    ['2026-01-01T00:00:00Z', '2026-06-30T23:59:59Z', []],
    ['2025-12-31T23:59:59Z', '2026-06-30T00:00:00Z', ['outside_period']],
    ['2026-01-01T00:00:00Z', '2026-07-01T00:00:00Z', ['outside_period']],
  ])('that is limited to half a year, asked from %s to %s: %j', (from, until, refusals) => {
    expect(codes(refuseOutsidePeriod(period, at(from), at(until)))).toEqual(refusals)
    expect(refuseOutsidePeriod(unlimited, at(from), at(until))).toEqual([])
  })

  it('that is limited to areas keeps what is its own and the way around', () => {
    const limits = { ...unlimited, areas: ['evidence', 'soa'] }
    expect(isWithinAreas(limits, 'evidence:read')).toBe(true)
    expect(isWithinAreas(limits, 'organization:read')).toBe(true)
    expect(isWithinAreas(limits, 'view:own')).toBe(true)
    expect(isWithinAreas(limits, 'risk:read')).toBe(false)
    expect(isWithinAreas(limits, 'ledger:read')).toBe(false)
    expect(isWithinAreas(unlimited, 'risk:read')).toBe(true)
    expect(isWithinAreas({ areas: ['risk'] }, 'methodology:read')).toBe(true)
    expect(isWithinAreas({ areas: ['risk'] }, 'methodology:write')).toBe(false)
    expect(readAreas).toContain('ledger')
    expect(readAreas).not.toContain('access')
  })

  it.each([
    [{ actorRole: 'manager', role: 'auditor', limits: { ...period, areas: ['soa'] } }, []],
    [{ actorRole: 'manager', role: 'reader', limits: { ...unlimited, accessUntil: '2026-06-30' } }, []],
    [{ actorRole: 'manager', role: 'manager', limits: unlimited }, ['above_own_role']],
    [{ actorRole: 'owner', role: 'owner', limits: { ...unlimited, accessUntil: '2026-06-30' } }, ['owner_without_end']],
    [{ actorRole: 'owner', role: 'reader', limits: period }, ['auditors_only']],
    [{ actorRole: 'owner', role: 'auditor', limits: { ...period, readFrom: '2027-01-01' } }, ['backwards']],
  ] as const)('may be limited so: %j, refused for %j', (wanted, refusals) => {
    expect(codes(refuseLimits(wanted))).toEqual(refusals)
  })
})
