import { describe, expect, it } from 'vitest'
import { type DeletedRow, deletionRoots, orderForRestore, refuseRestore } from './restore-rules.ts'

const risk: DeletedRow = { entity: 'risk', id: 'r1', row: { id: 'r1', owner_id: 'p1' } }
const state: DeletedRow = { entity: 'risk_state', id: 'r1', row: { id: 'r1' } }
const link: DeletedRow = { entity: 'risk_control', id: 'l1', row: { id: 'l1', risk_id: 'r1', control_id: 'c1' } }
const control: DeletedRow = { entity: 'control', id: 'c1', row: { id: 'c1' } }
const later: DeletedRow = { entity: 'evidence', id: 'e2', row: { id: 'e2', supersedes_id: 'e1' } }
const earlier: DeletedRow = { entity: 'evidence', id: 'e1', row: { id: 'e1', supersedes_id: null } }

describe('restoring', () => {
  it('brings back what is pointed to before what points', () => {
    const order = orderForRestore([link, state, later, risk, earlier, control])
    const at = (row: DeletedRow) => order.indexOf(row)
    expect(order).toHaveLength(6)
    expect(at(risk)).toBeLessThan(at(link))
    expect(at(control)).toBeLessThan(at(link))
    expect(at(risk)).toBeLessThan(at(state))
    expect(at(earlier)).toBeLessThan(at(later))
  })

  it('knows what was deleted from what went with it', () => {
    expect(deletionRoots([link, state, risk])).toEqual([risk])
    expect(deletionRoots([link])).toEqual([link])
  })

  it('refuses what is back already and what stays deleted', () => {
    const row = { entity: 'risk', title: 'R-1 Theft', exists: false } as const
    expect(refuseRestore([row])).toEqual([])
    expect(refuseRestore([row, { ...row, exists: true }])).toEqual([
      { code: 'already_restored', message: 'R-1 Theft is there again already.' },
    ])
    expect(refuseRestore([{ entity: 'member', title: 'Ann', exists: false }])).toEqual([
      { code: 'not_restorable', message: 'A deleted member is not restored: Ann would have to be made anew.' },
    ])
  })
})
