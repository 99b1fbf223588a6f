import { describe, expect, test } from 'vitest'
import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { aMethodology, anAcceptance, aPolicy, aSnapshot, day, million } from '../test/sample-chain.ts'
import { explainMovements } from './explain-movements.ts'
import type { ChangeCause } from './movement.ts'

// One event a year of €400k, halved; the policy keeps €100k and pays up to €200k of each.
const uninsured = aSnapshot({ acceptances: [anAcceptance({ expiresAt: day(900) })] })
const insured = aSnapshot({ ...uninsured, policies: [aPolicy()] })

const told = (
  before: ChainSnapshot,
  from: number,
  after: ChainSnapshot,
  to: number,
  causes: readonly ChangeCause[] = [],
) => explainMovements({ snapshot: before, at: from }, { snapshot: after, at: to }, causes)

describe('a policy', () => {
  test('that somebody adds takes its part off the year, and says whose doing it is', () => {
    const cause: ChangeCause = {
      entity: 'insurance_policy',
      id: 'policy-1',
      operation: 'insert',
      actorName: 'J. Doe',
      at: day(1),
      reason: null,
    }
    const [movement, ...others] = told(uninsured, day(1), insured, day(1), [cause])
    expect(others).toEqual([])
    expect(movement?.kind).toBe('insurance')
    expect(movement?.sentence).toMatch(
      /^Insurance IP-1 Cyber in force by J\. Doe → all risks, insurance takes €0 → €100k off the expected yearly loss/,
    )
  })

  test('that runs out is a movement of its own, with the day, though nobody did anything', () => {
    // Between the two days nothing else runs out.
    const [movement, ...others] = told(insured, day(364.5), insured, day(365.5)).filter(
      ({ kind }) => kind === 'insurance',
    )
    expect(others).toEqual([])
    expect(movement?.cause).toMatchObject({ operation: 'time', since: day(365), actorName: null })
    expect(movement?.sentence).toMatch(
      /^Insurance IP-1 Cyber ran out on 1 Jan 2027 → all risks, insurance takes €\S+ → €0 off the expected yearly loss/,
    )
  })

  test('that begins by itself is told as well', () => {
    const ahead = aSnapshot({ ...uninsured, policies: [aPolicy({ validFrom: day(2) })] })
    const [movement] = told(ahead, day(1), ahead, day(3)).filter(({ kind }) => kind === 'insurance')
    expect(movement?.headline).toBe('Insurance IP-1 Cyber is in force since 3 Jan 2026')
  })

  test('that is renamed moves nothing', () => {
    const renamed = aSnapshot({ ...uninsured, policies: [aPolicy({ name: 'Cyber 2026', premiumMinor: 5 })] })
    expect(told(insured, day(1), renamed, day(1))).toEqual([])
  })

  test('decides about the appetite only where the methodology judges after insurance', () => {
    const appetite = {
      yearlyLossMinor: 50 * million,
      afterInsurance: true,
      points: [{ amountMinor: 60 * million, probability: 0.05 }],
    }
    const after = aMethodology({ appetite })
    const before = aMethodology({ appetite: { ...appetite, afterInsurance: false } })
    const words = (methodology: typeof after) =>
      told({ ...uninsured, methodology }, day(1), { ...insured, methodology }, day(1))[0]?.sentence
    expect(words(after)).toMatch(/appetite kept again: .* after insurance/)
    expect(words(before)).not.toContain('appetite')
  })
})
