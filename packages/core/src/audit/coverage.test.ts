import { describe, expect, it } from 'vitest'
import {
  type CoverAudit,
  type CoverItem,
  canApproveProgramme,
  canAudit,
  coverProgramme,
  ownedInScope,
  yearsOf,
} from './coverage.ts'

const programme = {
  startsAt: '2026-01-01T12:00:00Z',
  endsAt: '2028-12-31T12:00:00Z',
  clauseRhythm: 'yearly',
  criticalControls: ['A.8.13'],
}
const clause: CoverItem = { kind: 'clause', ref: '9.2.2.a', title: 'Criteria', ownerIds: ['tomas'] }
const backup: CoverItem = { kind: 'control', ref: 'A.8.13', title: 'Backup', ownerIds: ['priya'] }
const access: CoverItem = { kind: 'control', ref: 'A.5.18', title: 'Access rights', ownerIds: ['luca'] }
const site: CoverItem = { kind: 'site', ref: 'SI-1', title: 'Head office', ownerIds: [] }
const items = [clause, backup, access, site]

function audit(year: number, more: Partial<CoverAudit> = {}): CoverAudit {
  return {
    id: `audit-${year}`,
    ref: `AU-${year - 2025}`,
    startsAt: `${year}-05-04T12:00:00Z`,
    state: 'planned',
    clauses: ['9'],
    controls: ['A.8'],
    sites: [],
    auditorIds: ['stefan'],
    ...more,
  }
}
const full = [audit(2026, { controls: ['A.5', 'A.8'], sites: ['SI-1'] }), audit(2027), audit(2028)]
const rowOf = (rows: ReturnType<typeof coverProgramme>, ref: string) => rows.find((row) => row.ref === ref)

describe('a programme', () => {
  it('of three years has three years', () => {
    expect(yearsOf(programme)).toBe(3)
    expect(yearsOf({ ...programme, endsAt: '2026-06-30T12:00:00Z' })).toBe(1)
  })

  it('is approved when clauses and critical controls are audited each year, and all else once', () => {
    const rows = coverProgramme(programme, items, full, [])
    expect(rows.map(({ gap }) => gap)).toEqual(['', '', '', ''])
    expect(canApproveProgramme(rows)).toEqual([])
  })

  it('is refused as long as a year, a control or a site is left out, and says which', () => {
    const rows = coverProgramme(programme, items, [audit(2026), audit(2028)], [])
    expect(rowOf(rows, '9.2.2.a')?.gap).toBe('Not covered in year 2.')
    expect(rowOf(rows, 'A.8.13')?.gap).toBe('Not covered in year 2.')
    expect(rowOf(rows, 'A.5.18')?.gap).toBe('No audit covers it.')
    expect(canApproveProgramme(rows)[0]?.message).toContain('9.2.2.a, A.8.13, A.5.18, SI-1')
  })

  it('counts no audit by somebody who owns what is audited', () => {
    const own = full.map((one) => ({ ...one, auditorIds: ['luca'] }))
    const rows = coverProgramme(programme, items, own, [])
    expect(rowOf(rows, 'A.5.18')).toMatchObject({ isCovered: false, gap: 'Nobody independent audits it in AU-1.' })
    expect(rowOf(rows, 'A.8.13')).toMatchObject({ isCovered: true })
    expect(
      coverProgramme(
        programme,
        items,
        full.map((one) => ({ ...one, auditorIds: [] })),
        [],
      ).every((row) => !row.isCovered),
    ).toBe(true)
  })

  it('leaves out what an exception names', () => {
    const rows = coverProgramme(
      programme,
      items,
      [audit(2026), audit(2027), audit(2028)],
      [{ requirements: ['A.5'], sites: ['SI-1'] }],
    )
    expect(rowOf(rows, 'A.5.18')).toMatchObject({ isCovered: false, isExcepted: true })
    expect(canApproveProgramme(rows)).toEqual([])
  })
})

describe('an auditor', () => {
  const auditor = { personId: 'luca', role: 'auditor', exceptionReason: '', exceptionById: null }
  const owned = ownedInScope('luca', { clauses: [], controls: ['A.5'], sites: [] }, items)
  it('does not audit what they own', () => {
    expect(owned).toEqual(['A.5.18'])
    expect(canAudit(auditor, 'Luca', owned)[0]?.code).toBe('owns_it')
    expect(canAudit(auditor, 'Luca', [])).toEqual([])
    expect(canAudit({ ...auditor, role: 'observer' }, 'Luca', owned)).toEqual([])
  })
  it('audits it all the same where somebody else decided so, for a reason', () => {
    const excepted = { ...auditor, exceptionReason: 'A team of three.' }
    expect(canAudit(excepted, 'Luca', owned)[0]?.code).toBe('own_exception')
    expect(canAudit({ ...excepted, exceptionById: 'luca' }, 'Luca', owned)[0]?.code).toBe('own_exception')
    expect(canAudit({ ...excepted, exceptionById: 'mara' }, 'Luca', owned)).toEqual([])
  })
})
