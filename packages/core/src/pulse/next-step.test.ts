import { describe, expect, test } from 'vitest'
import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { deriveChain } from '../chain/derive-chain.ts'
import { aControl, aNeed, anAcceptance, anEvidence, aRisk, aSnapshot, day } from '../test/sample-chain.ts'
import { nextStep, type SoaStanding } from './next-step.ts'

const approved: SoaStanding = { approvedVersion: 3, decisionsChanged: 0 }

function stepOf(fields: Partial<ChainSnapshot>, soa = approved, at = day(1)) {
  const snapshot = aSnapshot(fields)
  return nextStep(snapshot, deriveChain(snapshot, at).attention, soa)
}

describe('the one thing to do next', () => {
  const unproven = aControl({ needs: [aNeed({ newest: null })] })

  test.each([
    ['no risk', { risks: [], acceptances: [] }, 'first_risk', null],
    ['only closed risks', { risks: [aRisk({ status: 'closed' })], acceptances: [] }, 'first_risk', null],
    ['no estimate', { risks: [aRisk({ frequency: null })], acceptances: [] }, 'estimate_risk', 'risk-1'],
    ['no control linked', { risks: [aRisk({ links: [] })], acceptances: [] }, 'link_control', 'risk-1'],
    [
      'nothing in place',
      { controls: [aControl({ implementation: 'not_started' })], acceptances: [] },
      'implement_control',
      'control-1',
    ],
    ['no evidence', { controls: [unproven], acceptances: [] }, 'first_evidence', 'need-1'],
  ] as const)('%s: %s', (_, fields, kind, id) => {
    expect(stepOf(fields)).toMatchObject({ kind, id })
  })

  test('then what is worth most, with what it brings', () => {
    const step = stepOf(
      {
        acceptances: [anAcceptance({ pinned: { ...anAcceptance().pinned, level: 'critical', provenLossMinor: 1e12 } })],
      },
      approved,
      day(270),
    )
    expect(step).toMatchObject({ kind: 'attention', entity: 'need', id: 'need-1' })
    expect(step?.sentence).toMatch(/A\.8\.13 Restore test.* That takes €\d+k a year off the proven loss\./)
  })

  test('a reopened acceptance comes before it', () => {
    expect(stepOf({}, approved, day(270))).toMatchObject({ kind: 'attention', entity: 'acceptance' })
  })

  test('then the statement; then nothing', () => {
    const calm = { controls: [aControl({ needs: [aNeed({ newest: anEvidence() })] })] }
    expect(stepOf(calm, { approvedVersion: null, decisionsChanged: 0 })).toMatchObject({ kind: 'approve_soa' })
    expect(stepOf(calm, { approvedVersion: 3, decisionsChanged: 2 })?.sentence).toBe(
      '2 decisions changed since version 3 of the Statement of Applicability: propose a new version.',
    )
    expect(stepOf(calm)).toBeNull()
  })
})
