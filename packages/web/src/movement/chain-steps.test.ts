import type { Effect } from '@sinew/core/movement/movement.ts'
import { describe, expect, test } from 'vitest'
import { betterOf, causeStep, chainSteps } from './chain-steps.ts'

function effect(
  entity: Effect['entity'],
  quantity: Effect['quantity'],
  before: Effect['before'],
  after: Effect['after'],
  id: string = entity,
): Effect {
  const unit = typeof before === 'string' ? 'word' : 'minor'
  return { entity, id, ref: id, label: id, quantity, unit, before, after }
}

describe('the stops of a movement', () => {
  test('are one of each kind, the one that moved most, in the order of the chain', () => {
    const steps = chainSteps([
      effect('soa_line', 'proof', 'proven', 'stale'),
      effect('need', 'provenShare', 1, 0.5),
      effect('control', 'assurance', 1, 0.5),
      effect('risk', 'provenLoss', 10, 12, 'small'),
      effect('risk', 'provenLoss', 10, 40, 'large'),
      effect('risk', 'provenLevel', 'low', 'high', 'large'),
      effect('portfolio', 'provenLoss', 20, 52),
      effect('portfolio', 'assuranceGap', 0, 32),
    ])
    expect(steps.map((step) => [step.entity, step.effect.quantity, step.others])).toEqual([
      ['control', 'assurance', 0],
      ['risk', 'provenLoss', 1],
      ['portfolio', 'assuranceGap', 0],
      ['soa_line', 'proof', 0],
    ])
    expect(steps[1]?.effect.id).toBe('large')
  })

  test('fall back to what moved where the first quantity did not', () => {
    const steps = chainSteps([effect('control', 'claimedShare', 0, 1), effect('risk', 'provenLevel', 'low', 'high')])
    expect(steps.map((step) => step.effect.quantity)).toEqual(['claimedShare', 'provenLevel'])
  })

  test('do not tell twice what is the cause itself', () => {
    const steps = chainSteps([effect('control', 'assurance', 1, 0)])
    expect(causeStep({ entity: 'control', id: 'control' }, steps)).toBeNull()
    expect(causeStep({ entity: 'evidence', id: 'E' }, steps)).toEqual({ entity: 'evidence', id: 'E' })
  })
})

test('assurance should rise, losses should fall, words are neither', () => {
  expect([betterOf('assurance'), betterOf('provenLoss'), betterOf('assuranceGap'), betterOf('standing')]).toEqual([
    'higher',
    'lower',
    'lower',
    null,
  ])
})
