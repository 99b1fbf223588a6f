import { describe, expect, test } from 'vitest'
import type { ChainSnapshot, ControlInput } from '../chain/chain-snapshot.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { aControl, aNeed, anEvidence, aSnapshot, day } from '../test/sample-chain.ts'
import { deriveSoa } from './derive-soa.ts'
import { soaContent } from './soa-content.ts'

const head = { organization: 'Acme', scope: 'All of it', version: 2, previous: { version: 1, hash: 'abc' } } as const
const content = (snapshot: ChainSnapshot) =>
  soaContent(snapshot, deriveSoa(snapshot, day(1)), { ...head, remarks: new Map([['control-1', 'See the runbook']]) })
const withControl = (fields: Partial<ControlInput>) => content(aSnapshot({ controls: [aControl(fields)] }))

describe('the content of a Statement of Applicability', () => {
  test('holds reasons with their references, proof and evidence of each control', () => {
    const snapshot = aSnapshot({
      controls: [
        aControl({ id: 'own', ref: 'C-2', source: 'own', needs: [], ownerId: null }),
        aControl({ writtenReasons: [{ kind: 'business', text: 'Customers ask' }] }),
        aControl({ id: 'early', ref: 'A.5.10', needs: [] }),
        aControl({ id: 'earlier', ref: 'A.5.9', needs: [] }),
      ],
      obligations: [
        { id: 'o-2', number: 2, title: 'Main customer', kind: 'contract', controlIds: ['control-1'] },
        { id: 'o-1', number: 1, title: 'Data protection law', kind: 'law', controlIds: ['control-1'] },
        { id: 'o-3', number: 3, title: 'Trust page', kind: 'promise', controlIds: ['control-1', 'control-1'] },
      ],
    })
    const made = content(snapshot)
    expect(made.lines.map((line) => line.ref)).toEqual(['A.5.9', 'A.5.10', 'A.8.13', 'C-2'])
    expect(made).toMatchObject({ ...head, asOf: '2026-01-02T12:00:00.000Z', methodologyVersion: 1 })
    expect(made.lines[2]).toEqual({
      controlId: 'control-1',
      ref: 'A.8.13',
      title: 'Information backup',
      source: 'annex_a',
      applicable: true,
      reasons: [
        { kind: 'risk_treatment', text: 'Treats R-12 Ransomware', ref: 'R-12' },
        { kind: 'legal', text: 'Required by O-1 Data protection law', ref: 'O-1' },
        { kind: 'contractual', text: 'Required by O-2 Main customer', ref: 'O-2' },
        { kind: 'business', text: 'Required by O-3 Trust page', ref: 'O-3' },
        { kind: 'business', text: 'Customers ask', ref: null },
      ],
      justification: '',
      implementation: 'implemented',
      implementedShare: 1,
      description: 'Nightly snapshots, restored twice a year.',
      remarks: 'See the runbook',
      ownerName: 'J. Doe',
      plannedAt: null,
      proof: 'proven',
      assurance: 1,
      needs: [{ id: 'need-1', title: 'Restore test', cadenceDays: 180, weight: 1, nature: 'operation' }],
      evidence: [{ ref: 'E-40', title: 'Restore test report', collectedAt: '2026-01-01T12:00:00.000Z' }],
    })
  })

  test('is canonical: the same state gives the same text', () => {
    expect(canonicalJson(content(aSnapshot()))).toBe(canonicalJson(content(structuredClone(aSnapshot()))))
  })

  test('a withdrawn piece is no evidence', () => {
    const made = withControl({ needs: [aNeed({ newest: anEvidence({ state: 'withdrawn' }) })] })
    expect(made.lines[0]?.evidence).toEqual([])
  })
})
