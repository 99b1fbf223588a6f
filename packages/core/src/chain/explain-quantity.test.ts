import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Explanation } from '../explanation/explanation.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { deriveCoarsely } from '../test/derive-coarsely.ts'
import { aControl, aNeed, anEvidence, aSnapshot, day, million } from '../test/sample-chain.ts'
import { chainFacts } from './chain-facts.ts'
import { explainQuantity } from './explain-quantity.ts'

describe('explanations', () => {
  test('every derived number has one, equal to the number bit for bit, as of the same instant', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (snapshot, at) => {
        const chain = deriveCoarsely(snapshot, at)
        for (const fact of chainFacts(chain, snapshot.organizationId)) {
          const explanation = explainQuantity(snapshot, chain, fact)
          expect(explanation?.value, `${fact.entity} ${fact.quantity}`).toBe(fact.value)
          expect(explanation === undefined ? [] : instants(explanation)).toEqual([at])
        }
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  test('the terms of a sum add up to it, and those of a product multiply to it', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (snapshot, at) => {
        const chain = deriveCoarsely(snapshot, at)
        const of = (entity: 'portfolio' | 'risk' | 'control', id: string, quantity: 'provenLoss' | 'assurance') =>
          explainQuantity(snapshot, chain, { entity, id, quantity })
        const total = of('portfolio', snapshot.organizationId, 'provenLoss')
        const sum = total?.terms.reduce((all, term) => all + Number(term.value ?? 0), 0)
        expect(sum).toBeCloseTo(Number(total?.value), -2)
        for (const risk of chain.risks.filter((candidate) => candidate.states !== null)) {
          const [rate, event] = of('risk', risk.id, 'provenLoss')?.terms ?? []
          expect(Number(rate?.value) * Number(event?.value)).toBeCloseTo(
            risk.states?.proven.expectedMinor ?? Number.NaN,
            -2,
          )
        }
        for (const control of chain.controls) {
          const [share, mean] = of('control', control.id, 'assurance')?.terms ?? []
          expect(Number(share?.value) * Number(mean?.value)).toBeCloseTo(control.assurance, 12)
          const weighed = (mean?.terms ?? []).map((need) => [Number(need.terms[0]?.value), Number(need.value)] as const)
          const weights = weighed.reduce((all, [weight]) => all + weight, 0)
          const proven = weighed.reduce((all, [weight, value]) => all + weight * value, 0)
          expect(weights === 0 ? 0 : proven / weights).toBeCloseTo(Number(mean?.value), 12)
        }
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('the assurance of a backup whose restore test is 90 days late', () => {
    const pass = aNeed({ newest: anEvidence({ provenance: 'declared' }) })
    const snapshot = aSnapshot({ controls: [aControl({ needs: [pass] })] })
    const chain = deriveCoarsely(snapshot, day(270))
    const explanation = explainQuantity(snapshot, chain, { entity: 'control', id: 'control-1', quantity: 'assurance' })
    expect(explanation === undefined ? [] : outline(explanation)).toEqual([
      'Assurance of A.8.13 = 0.35 [A.8.13]',
      '  Implemented share g of A.8.13: implemented = 1 [A.8.13]',
      '  Mean of its evidence needs by weight = 0.35',
      '    Restore test: 90 days late = 0.35 [A.8.13]',
      '      Weight w = 1',
      '      Freshness φ: collected 1 Jan 2026, valid until 30 Jun 2026 = 0.5 [E-40]',
      '        Cadence of the need = 180',
      '        Started days late = 90',
      '      Result r: pass = 1 [E-40]',
      '      Provenance p: declared = 0.7 [E-40]',
    ])
  })

  test('the proven loss of a risk, down to the evidence', () => {
    const snapshot = aSnapshot()
    const chain = deriveCoarsely(snapshot, day(1))
    const explanation = explainQuantity(snapshot, chain, { entity: 'risk', id: 'risk-1', quantity: 'provenLoss' })
    expect(explanation === undefined ? [] : outline(explanation).slice(0, 9)).toEqual([
      `Expected yearly loss of R-12, as far as evidence proves the controls = ${20 * million} [R-12]`,
      '  Events a year after controls = 0.5',
      '    Mean rate without any control = 1 [R-12]',
      '    Joint reduction of the frequency = 0.5',
      '      A.8.13 Information backup = 0.5 [A.8.13]',
      '        Assurance of A.8.13 = 1 [A.8.13]',
      '          Implemented share g of A.8.13: implemented = 1 [A.8.13]',
      '          Mean of its evidence needs by weight = 1',
      '            Restore test: up to date = 1 [A.8.13]',
    ])
  })

  test('what does not exist has none', () => {
    const snapshot = aSnapshot()
    const chain = deriveCoarsely(snapshot, day(1))
    const none = [
      { entity: 'risk', id: 'nobody', quantity: 'provenLoss' },
      { entity: 'risk', id: 'risk-1', quantity: 'assurance' },
      { entity: 'control', id: 'control-1', quantity: 'provenLoss' },
      { entity: 'need', id: 'need-1', quantity: 'standing' },
      { entity: 'portfolio', id: 'another-organization', quantity: 'provenLoss' },
      { entity: 'acceptance', id: 'acceptance-1', quantity: 'proof' },
      { entity: 'collector', id: 'nobody', quantity: 'state' },
      { entity: 'asset', id: 'asset-1', quantity: 'proof' },
    ] as const
    for (const target of none) expect(explainQuantity(snapshot, chain, target)).toBeUndefined()
  })
})

function instants(explanation: Explanation): readonly number[] {
  return [...new Set([explanation.asOf, ...explanation.terms.flatMap(instants)])]
}

function outline(explanation: Explanation, indent = ''): readonly string[] {
  const { label, value, source, terms } = explanation
  const number = typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value
  const line = `${indent}${label} = ${number}${source === undefined ? '' : ` [${source.ref}]`}`
  return [line, ...terms.flatMap((term) => outline(term, `${indent}  `))]
}
