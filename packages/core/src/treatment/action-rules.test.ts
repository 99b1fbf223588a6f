import { describe, expect, test } from 'vitest'
import { day } from '../test/sample-chain.ts'
import { finishActionRefusals, moveDueDateRefusals, planActionRefusals } from './action-rules.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map((refusal) => refusal.code)
const plan = { title: 'Buy insurance', owner: { name: 'J. Doe', active: true }, dueAt: day(30) }

describe('a treatment action', () => {
  test('says what, who and by when', () => {
    expect(planActionRefusals(plan, 'assessed')).toEqual([])
    expect(planActionRefusals({ ...plan, owner: null }, 'assessed')).toEqual([])
    expect(codes(planActionRefusals({ ...plan, title: '' }, 'assessed'))).toEqual(['action-untitled'])
    expect(codes(planActionRefusals({ ...plan, owner: { name: 'J. Doe', active: false } }, 'draft'))).toEqual([
      'action-owner-left',
    ])
    expect(codes(planActionRefusals({ ...plan, dueAt: Number.NaN }, 'treated'))).toEqual(['action-no-date'])
    expect(codes(planActionRefusals(plan, 'closed'))).toEqual(['action-risk-closed'])
  })

  test('its date moves only with a reason', () => {
    expect(moveDueDateRefusals(day(1), day(1), '')).toEqual([])
    expect(codes(moveDueDateRefusals(day(1), day(2), ' '))).toEqual(['action-moved-without-reason'])
    expect(moveDueDateRefusals(day(1), day(2), 'The supplier is late')).toEqual([])
  })

  test('is done once, by somebody', () => {
    expect(finishActionRefusals({ owner: { name: 'J. Doe' }, doneAt: null })).toEqual([])
    expect(codes(finishActionRefusals({ owner: null, doneAt: null }))).toEqual(['action-no-owner'])
    expect(codes(finishActionRefusals({ owner: { name: 'J. Doe' }, doneAt: day(1) }))).toEqual(['action-already-done'])
  })
})
