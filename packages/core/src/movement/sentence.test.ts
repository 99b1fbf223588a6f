import { describe, expect, it } from 'vitest'
import type { Effect } from './movement.ts'
import { movementSentence } from './sentence.ts'

const loss = (ref: string, label: string, before: number, after: number): Effect => ({
  entity: 'risk',
  id: ref,
  ref,
  label,
  quantity: 'provenLoss',
  unit: 'minor',
  before,
  after,
})

describe('the sentence of a movement', () => {
  const chain = [loss('R-1', 'Ransomware', 900_000, 1_050_000), loss('R-21', 'Lost backup', 1_500_000, 1_900_000)]

  it('names the risk that moved most', () => {
    expect(movementSentence('Restore test 26 days late', chain, 'EUR')).toBe(
      'Restore test 26 days late → R-21 Lost backup, expected yearly loss €15k → €19k (and 1 more risk)',
    )
  })

  it('names the risk whose acceptance moved, since that is what somebody has to decide on', () => {
    const acceptance: Effect = {
      entity: 'acceptance',
      id: 'a',
      ref: 'R-1',
      label: 'acceptance by J. Doe of 12 May 2026',
      quantity: 'standing',
      unit: 'word',
      before: 'valid',
      after: 'reopened',
    }
    expect(movementSentence('Restore test 26 days late', [...chain, acceptance], 'EUR')).toBe(
      'Restore test 26 days late → R-1 Ransomware, expected yearly loss €9k → €10.5k (and 1 more risk) → acceptance by J. Doe of 12 May 2026 reopened',
    )
  })
})
