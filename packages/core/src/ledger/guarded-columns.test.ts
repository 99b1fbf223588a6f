import { describe, expect, test } from 'vitest'
import { guardColumns, isGuarded, type LedgerReader } from './guarded-columns.ts'

const estimate = {
  id: 'e',
  risk_id: 'r',
  person_id: 'ben',
  status: 'given',
  frequency_low: 1,
  frequency_high: 2,
  loss_low_minor: 3,
  loss_high_minor: 4,
  note: 'n',
}
const answer = { id: 'a', user_id: 'ben', position: 1, question_id: 'q', low: 1, high: 2, truth: 3 }
const reader = (fields: Partial<LedgerReader>): LedgerReader => ({
  userId: 'ada',
  personId: 'ada',
  mayLook: () => false,
  ...fields,
})

describe('values that a reader of the ledger does not see', () => {
  test.each([
    [
      'the figures of another before one’s own',
      'risk_estimate',
      estimate,
      reader({}),
      { id: 'e', risk_id: 'r', person_id: 'ben', status: 'given' },
    ],
    ['after them', 'risk_estimate', estimate, reader({ mayLook: (id) => id === 'r' }), estimate],
    ['one’s own', 'risk_estimate', estimate, reader({ personId: 'ben' }), estimate],
    [
      'another’s training answers',
      'calibration_answer',
      answer,
      reader({ mayLook: () => true }),
      { id: 'a', user_id: 'ben', position: 1 },
    ],
    ['one’s own training answers', 'calibration_answer', answer, reader({ userId: 'ben' }), answer],
    ['anything else', 'risk', { note: 'n', low: 1 }, reader({}), { note: 'n', low: 1 }],
  ] as const)('%s', (_what, entity, row, who, seen) => {
    expect(guardColumns(entity, row, who)).toEqual(seen)
  })

  test('only these kinds are guarded', () => {
    expect(isGuarded('risk_estimate') && isGuarded('calibration_answer')).toBe(true)
    expect(isGuarded('risk')).toBe(false)
  })
})
