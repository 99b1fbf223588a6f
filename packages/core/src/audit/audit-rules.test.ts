import { describe, expect, it } from 'vitest'
import { canCloseAudit, canPrepare, canReport, type FindingFacts } from './audit-rules.ts'
import { checklistOf } from './checklist.ts'

const audit = {
  objective: 'Does the ISMS work?',
  criteria: 'ISO/IEC 27001:2022',
  plan: 'Monday: people',
  methods: ['interview'],
  clauses: ['9'],
  controls: [],
  sites: [],
  conclusion: 'It works, with one lapse.',
}
const check = { requirement: '9.2.1', result: 'conforms', notes: 'Programme seen' }
const finding: FindingFacts = {
  ref: 'F-1',
  grade: 'minor',
  requirements: ['9.2.1'],
  requirement: 'Audits at planned times.',
  seen: 'Nothing since March.',
  gap: 'The autumn audit did not happen.',
}
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('an audit', () => {
  it('is prepared with objective, scope, plan, lead auditor and checklist', () => {
    expect(canPrepare(audit, [{ personId: 'a', role: 'lead' }], [check])).toEqual([])
    const bare = { ...audit, objective: '', clauses: [], plan: '' }
    expect(codes(canPrepare(bare, [{ personId: 'a', role: 'auditor' }], []))).toEqual([
      'no_objective',
      'no_scope',
      'no_plan',
      'no_lead',
      'no_checklist',
    ])
  })

  it('is reported when every question is answered and there is a conclusion', () => {
    expect(canReport(audit, [check], [])).toEqual([])
    expect(codes(canReport({ ...audit, conclusion: '' }, [{ ...check, result: 'open' }], []))).toEqual([
      'questions_open',
      'no_conclusion',
    ])
    expect(codes(canReport(audit, [{ ...check, result: 'not_audited', notes: '' }], []))).toEqual(['no_reason'])
    expect(codes(canReport(audit, [{ ...check, result: 'finding' }], []))).toEqual(['no_finding'])
    expect(canReport(audit, [{ ...check, result: 'finding' }], [finding])).toEqual([])
  })

  it.each(['requirement', 'seen', 'gap'] as const)('reports no nonconformity without its %s', (key) => {
    expect(codes(canReport(audit, [check], [{ ...finding, [key]: '' }]))).toEqual(['finding_incomplete'])
    expect(canReport(audit, [check], [{ ...finding, grade: 'strength', [key]: '' }])).toEqual([])
  })

  it('is closed when its nonconformities are', () => {
    expect(canCloseAudit([{ ref: 'NC-1', state: 'closed' }])).toEqual([])
    expect(canCloseAudit([{ ref: 'NC-1', state: 'checked' }])[0]?.message).toBe('Not closed yet: NC-1.')
  })
})

describe('a checklist', () => {
  it('asks about every clause item and applicable control of the scope', () => {
    const controls = [
      { ref: 'A.8.13', title: 'Information backup', purpose: 'Get data back.' },
      { ref: 'A.5.1', title: 'Policies', purpose: '' },
    ]
    const questions = checklistOf({ clauses: ['9.2'], controls: ['A.8'], sites: [] }, controls)
    expect(questions.map(({ requirement }) => requirement)).toEqual([
      '9.2.1',
      '9.2.2.programme',
      '9.2.2.a',
      '9.2.2.b',
      '9.2.2.c',
      'A.8.13',
    ])
    expect(questions.at(-1)?.question).toMatch(/Get data back\. Look for: .*restore test/i)
  })
})
