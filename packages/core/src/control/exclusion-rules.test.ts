import { describe, expect, it } from 'vitest'
import type { SoaReason } from '../soa/soa-line.ts'
import { exclusionRefusals, isThinJustification } from './exclusion-rules.ts'

const from = (entity: 'risk' | 'obligation', ref: string): SoaReason => ({
  kind: entity === 'risk' ? 'risk_treatment' : 'legal',
  text: `Because of ${ref}`,
  source: { entity, id: ref, ref, label: ref },
})
const written: SoaReason = { kind: 'business', text: 'Customers ask for it', source: null }
const fact = 'No code is written or commissioned, see scope.'

describe('a control is left out', () => {
  it.each<[string, string, readonly SoaReason[], readonly string[]]>([
    ['with a fact', fact, [], []],
    ['although somebody once wrote a reason for it', fact, [written], []],
    ['without a justification', ' ', [], ['exclusion-without-justification']],
    [
      'although open treatments need it',
      fact,
      [from('risk', 'R-1'), from('risk', 'R-2')],
      ['exclusion-needed-by-treatment'],
    ],
    ['although an obligation needs it', fact, [from('obligation', 'O-3')], ['exclusion-needed-by-obligation']],
    [
      'with everything against it',
      '',
      [from('risk', 'R-1'), from('obligation', 'O-3'), written],
      ['exclusion-without-justification', 'exclusion-needed-by-treatment', 'exclusion-needed-by-obligation'],
    ],
  ])('%s', (_, justification, reasons, expected) => {
    expect(exclusionRefusals(justification, reasons).map((refusal) => refusal.code)).toEqual(expected)
  })

  it('names everything that needs it', () => {
    expect(exclusionRefusals(fact, [from('risk', 'R-1'), from('risk', 'R-2')])[0]?.message).toContain('R-1, R-2')
  })

  it.each([
    ['Not applicable.', true],
    ['n/a', true],
    ['cloud only', true],
    [fact, false],
  ])('with %j: thin is %s', (text, thin) => {
    expect(isThinJustification(text)).toBe(thin)
  })
})
