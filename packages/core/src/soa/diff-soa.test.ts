import { describe, expect, it } from 'vitest'
import { diffSoa, type SoaField } from './diff-soa.ts'
import { diffSoaHead } from './diff-soa-head.ts'
import type { SoaContent, SoaContentLine, SoaContentNeed } from './soa-content.ts'

const need: SoaContentNeed = { id: 'need-1', title: 'Restore test', cadenceDays: 180, weight: 1, nature: 'operation' }

function line(fields: Partial<SoaContentLine> = {}): SoaContentLine {
  return {
    controlId: 'control-1',
    ref: 'A.8.13',
    title: 'Information backup',
    source: 'annex_a',
    applicable: true,
    reasons: [{ kind: 'risk_treatment', text: 'Treats R-12 Ransomware', ref: 'R-12' }],
    justification: '',
    implementation: 'implemented',
    implementedShare: 1,
    description: 'Nightly',
    remarks: '',
    ownerName: 'J. Doe',
    plannedAt: null,
    proof: 'proven',
    assurance: 0.85,
    needs: [need],
    evidence: [{ ref: 'E-40', title: 'Restore test', collectedAt: '2026-01-01T12:00:00.000Z' }],
    ...fields,
  }
}

function content(fields: Partial<SoaContent> = {}): SoaContent {
  return {
    format: 'sinew-soa-1',
    organizationId: 'organization-1',
    organization: 'Acme',
    scope: 'All of it',
    version: null,
    previous: null,
    asOf: '2026-01-01T12:00:00.000Z',
    methodologyVersion: 1,
    lines: [line()],
    ...fields,
  }
}

const written = { kind: 'business', text: 'Customers ask for it', ref: null } as const

describe('between two contents of one control', () => {
  it.each<[string, Partial<SoaContentLine>, SoaField, boolean, string | null, string | null]>([
    ['it is left out', { applicable: false, proof: 'excluded' }, 'applicable', true, 'applicable', 'excluded'],
    ['its exclusion is justified anew', { justification: 'No backups' }, 'justification', true, '', 'No backups'],
    [
      'a reason is added',
      { reasons: [...line().reasons, written] },
      'reasons',
      true,
      'Treats R-12 Ransomware',
      'Treats R-12 Ransomware; Customers ask for it',
    ],
    ['a reason goes', { reasons: [] }, 'reasons', true, 'Treats R-12 Ransomware', ''],
    ['it is renamed', { title: 'Backups' }, 'title', true, 'Information backup', 'Backups'],
    ['a need goes', { needs: [] }, 'needs', true, 'Restore test (operation, every 180 days, weight 1)', null],
    [
      'a need is asked less often',
      { needs: [{ ...need, cadenceDays: 365 }] },
      'needs',
      true,
      'Restore test (operation, every 180 days, weight 1)',
      'Restore test (operation, every 365 days, weight 1)',
    ],
    [
      'a need is asked more often',
      { needs: [{ ...need, cadenceDays: 90 }] },
      'needs',
      false,
      'Restore test (operation, every 180 days, weight 1)',
      'Restore test (operation, every 90 days, weight 1)',
    ],
    [
      'it is implemented in part',
      { implementation: 'partly', implementedShare: 0.4 },
      'implementation',
      false,
      'implemented',
      'partly (40 %)',
    ],
    ['it is described anew', { description: 'Hourly' }, 'description', false, 'Nightly', 'Hourly'],
    ['it is remarked on', { remarks: 'See wiki' }, 'remarks', false, '', 'See wiki'],
    ['it loses its owner', { ownerName: null }, 'owner', false, 'J. Doe', null],
    ['it is planned', { plannedAt: '2026-05-01T00:00:00.000Z' }, 'plannedAt', false, null, '2026-05-01'],
    ['its proof goes stale', { proof: 'stale' }, 'proof', false, 'proven', 'stale'],
  ])('%s', (_, fields, field, needsApproval, before, after) => {
    const changes = diffSoa(content(), content({ lines: [line(fields)] }))
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ controlId: 'control-1', ref: 'A.8.13', field, needsApproval, before, after })
    expect(changes[0]?.sentence).toContain('A.8.13')
  })

  it.each<[string, Partial<SoaContentLine>]>([
    ['nothing', {}],
    [
      'the name of a risk that is a reason',
      { reasons: [{ kind: 'risk_treatment', text: 'Treats R-12 Extortion', ref: 'R-12' }] },
    ],
    ['the third digit of its assurance', { assurance: 0.851 }],
    ['a newer piece of the same kind', { evidence: [] }],
  ])('%s is no change', (_, fields) => {
    expect(diffSoa(content(), content({ lines: [line(fields)] }))).toEqual([])
  })
})

describe('between two contents', () => {
  const own = line({ controlId: 'control-2', ref: 'C-1', title: 'Escrow', source: 'own' })

  it('a control is added and removed', () => {
    const more = content({ lines: [line(), own] })
    expect(diffSoa(content(), more)).toMatchObject([
      { ref: 'C-1', field: 'line', before: null, after: 'C-1 Escrow', needsApproval: true },
    ])
    expect(diffSoa(more, content())).toMatchObject([
      { ref: 'C-1', field: 'line', before: 'C-1 Escrow', after: null, needsApproval: true },
    ])
  })

  it('the statement itself changes', () => {
    expect(diffSoaHead(content(), content({ asOf: '2026-02-01T00:00:00.000Z', version: 2 }))).toEqual([])
    expect(
      diffSoaHead(content(), content({ scope: 'Less', methodologyVersion: 2, organization: 'Acme AG' })),
    ).toMatchObject([
      { field: 'organization', before: 'Acme', after: 'Acme AG' },
      { field: 'scope', before: 'All of it', after: 'Less', sentence: 'The scope of the management system changed.' },
      { field: 'methodologyVersion', sentence: 'The risk methodology is another version: 1 → 2.' },
    ])
  })
})
