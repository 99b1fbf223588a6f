import { describe, expect, test } from 'vitest'
import { clauseItems } from '../catalogue/clauses.ts'
import type { ChainSnapshot, ControlInput, RiskInput } from '../chain/chain-snapshot.ts'
import { healthyFacts } from '../test/healthy-organisation.ts'
import { anEvidence, day } from '../test/sample-chain.ts'
import { deriveReadiness } from './derive-readiness.ts'
import { clauseSources } from './item-sources.ts'
import { readinessRules } from './readiness-rules.ts'

type Change = Parameters<typeof healthyFacts>[0]

const risk = (fields: Partial<RiskInput>): Change => ({
  chain: (healthy) => ({ ...healthy, risks: healthy.risks.map((one) => ({ ...one, ...fields })) }),
})
const oneControl = (fields: Partial<ControlInput>): Change => ({
  chain: (healthy) => ({
    ...healthy,
    controls: healthy.controls.map((one) => (one.ref === 'A.8.23' ? { ...one, ...fields } : one)),
  }),
})
const chain = (change: (healthy: ChainSnapshot) => Partial<ChainSnapshot>): Change => ({
  chain: (healthy) => ({ ...healthy, ...change(healthy) }),
})
/** The first record of a register with other values; with null the register is empty. */
const record = (table: string, fields: object | null): Change => ({
  facts: ({ records }) => ({
    records: new Map([
      ...records,
      [table, fields === null ? [] : (records.get(table) ?? []).map((one) => ({ ...one, ...fields }))],
    ]),
  }),
})
/** Several registers spoilt at once. */
const both = (...changes: readonly Change[]): Change => ({
  facts: (healthy) => changes.reduce((facts, change) => ({ ...facts, ...change?.facts?.(facts) }), healthy),
})
const longAgo = new Date(day(-200)).toISOString()
const heldAndEmpty = both(
  record('management_review', { state: 'held', heldAt: longAgo }),
  record('review_input', { entry: ' ' }),
)
/** The first surveillance is due within the next two months. */
const decidedAYearAgo = (...spoilt: Parameters<typeof record>) =>
  both(record('certification', { decidedAt: new Date(day(-320)).toISOString() }), record(...spoilt))
const action = {
  id: 'action-1',
  number: 3,
  riskId: 'risk-1',
  controlId: null,
  title: 'Test a restore',
  ownerId: 'person-1',
  dueAt: day(100),
  doneAt: null,
  costMinor: null,
}
const withoutObligationOn = (ref: string) => (healthy: ChainSnapshot) =>
  healthy.obligations.map((one) => ({ ...one, controlIds: one.controlIds.filter((id) => id !== `control-${ref}`) }))

/** One defect each: what is spoilt in the healthy organisation, and the rule that has to see it. */
const defects: readonly (readonly [string, Change])[] = [
  ['method-not-looked-at', { facts: ({ methodology }) => ({ methodology: { ...methodology, isDefault: true } }) }],
  [
    'method-approved-by-its-author',
    {
      facts: ({ methodology }) => ({
        methodology: { ...methodology, versions: methodology.versions.map((one) => ({ ...one, approvedAlone: true })) },
      }),
    },
  ],
  ['asset-without-risk', { facts: () => ({ unassessedAssets: [{ number: 3, title: 'Patient records' }] }) }],
  ['risk-without-owner', risk({ ownerId: null })],
  ['risk-not-assessed', risk({ lossMinor: null })],
  ['assessment-overdue', { facts: () => ({ reviewAt: new Map([['risk-1', day(5)]]) }) }],
  ['register-asleep', { facts: () => ({ assessedAt: new Map([['risk-1', day(-900)]]) }) }],
  ['unacceptable-and-untreated', risk({ treatment: null })],
  ['modified-by-nothing', risk({ links: [] })],
  ['residual-risk-not-accepted', chain(() => ({ acceptances: [] }))],
  ['accepted-by-the-assessor', risk({ assessedBy: 'user-1' })],
  [
    'appetite-exceeded',
    chain(({ methodology }) => ({
      methodology: { ...methodology, appetite: { ...methodology.appetite, yearlyLossMinor: 1 } },
    })),
  ],
  ['no-statement', { facts: () => ({ soa: { versions: [] } }) }],
  [
    'statement-too-old',
    { facts: ({ soa }) => ({ soa: { versions: soa.versions.map((one) => ({ ...one, approvedAt: day(-500) })) } }) },
  ],
  ['soa-not-93', chain(({ controls }) => ({ controls: controls.filter(({ ref }) => ref !== 'A.8.23') }))],
  [
    'soa-excluded-without-justification',
    chain((healthy) => ({
      obligations: withoutObligationOn('A.8.23')(healthy),
      controls: healthy.controls.map((one) => (one.ref === 'A.8.23' ? { ...one, applicable: false } : one)),
    })),
  ],
  [
    'soa-excluded-but-needed-by-obligation',
    oneControl({ applicable: false, exclusionJustification: 'Nobody browses the web from any machine in scope.' }),
  ],
  [
    'soa-included-for-no-reason',
    chain((healthy) => ({
      obligations: withoutObligationOn('A.8.23')(healthy),
      controls: healthy.controls.map((one) => (one.ref === 'A.8.23' ? { ...one, writtenReasons: [] } : one)),
    })),
  ],
  ['soa-planned-without-date', oneControl({ implementation: 'planned' })],
  ['control-without-owner', oneControl({ ownerId: 'nobody' })],
  [
    'implemented-and-failing',
    chain(({ controls }) => ({
      controls: controls.map((one) =>
        one.ref === 'A.8.23'
          ? { ...one, needs: one.needs.map((need) => ({ ...need, newest: anEvidence({ result: { kind: 'fail' } }) })) }
          : one,
      ),
    })),
  ],
  ['implemented-and-unproven', oneControl({ needs: [] })],
  [
    'evidence-stale',
    chain(({ controls }) => ({
      controls: controls.map((one) =>
        one.ref === 'A.8.23'
          ? { ...one, needs: one.needs.map((need) => ({ ...need, newest: anEvidence({ collectedAt: day(-300) }) })) }
          : one,
      ),
    })),
  ],
  ['action-overdue', chain(() => ({ actions: [{ ...action, dueAt: day(5) }] }))],
  ['action-without-owner', chain(() => ({ actions: [{ ...action, ownerId: null }] }))],
  ['no-obligations', chain(() => ({ obligations: [] }))],
  [
    'obligation-kept-by-nothing',
    chain(({ obligations }) => ({ obligations: obligations.map((one) => ({ ...one, controlIds: [] })) })),
  ],
  [
    'obligation-review-overdue',
    { facts: ({ reviewAt }) => ({ reviewAt: new Map([...reviewAt, ['obligation-1', day(5)]]) }) },
  ],
  ['obligation-never-reviewed', record('obligation_review', null)],
  ['obligation-not-met', record('obligation_review', { conclusion: 'not_compliant' })],
  ['no-assets', chain(() => ({ assets: [] }))],
  ['no-risks', chain(() => ({ risks: [], acceptances: [] }))],
  ['no-issues', record('context_issue', null)],
  ['issue-review-overdue', record('context_issue', { isOverdue: true })],
  ['climate-undecided', record('climate_decision', { standing: 'overdue' })],
  ['no-parties', record('interested_party', null)],
  ['party-without-requirement', record('party_requirement', null)],
  ['requirement-undecided', record('party_requirement', { isAddressed: 'undecided' })],
  ['scope-not-approved', record('scope_version', { status: 'draft' })],
  ['scope-review-overdue', record('scope_version', { isOverdue: true })],
  ['left-out-without-reason', record('site', { inScope: false })],
  ['no-processes', record('isms_process', null)],
  ['process-not-run', record('isms_process', { run: 'late' })],
  ['no-isms-risks', record('isms_risk', null)],
  ['isms-risk-action-overdue', record('isms_risk', { status: 'open', dueAt: longAgo })],
  ['no-objectives', record('objective', null)],
  ['objective-overdue', record('objective', { standing: 'overdue' })],
  ['objective-unmeasured', record('objective', { standing: 'unmeasured' })],
  ['no-metrics', record('metric', null)],
  ['metric-late', record('metric', { standing: 'late' })],
  ['metric-not-judged', record('metric', { isUnjudged: true })],
  ['change-overdue', record('planned_change', { isOverdue: true })],
  ['outsourced-without-control', record('operating_control', null)],
  ['nonconformity-overdue', record('nonconformity', { isOverdue: true })],
  ['nonconformity-uncorrected', record('nonconformity', { state: 'open', foundAt: longAgo })],
  ['cause-missing', record('nonconformity', { state: 'contained', foundAt: longAgo })],
  ['cause-is-a-person', record('nonconformity', { state: 'analysed', cause: 'Human error.' })],
  ['effect-not-checked', record('nonconformity', { state: 'done', checkDueAt: longAgo })],
  ['nonconformity-again', record('nonconformity', { state: 'open', isRecurrence: true, foundAt: longAgo })],
  [
    'no-improvement',
    { facts: ({ records }) => ({ records: new Map([...records, ['improvement', []], ['nonconformity', []]]) }) },
  ],
  ['no-commitment', record('management_commitment', { status: 'draft' })],
  ['no-policy', record('document', { standing: 'draft' })],
  ['policy-not-made-known', record('acknowledgement_campaign', { documentId: 'another' })],
  ['acknowledgement-late', record('acknowledgement_campaign', { progress: 'late' })],
  ['document-review-overdue', record('document', { standing: 'overdue' })],
  ['document-not-approved', record('document', { standing: 'in_review' })],
  ['no-external-documents', record('external_document', null)],
  ['external-document-unchecked', record('external_document', { nextCheckAt: longAgo })],
  ['promise-not-kept', record('document_promise', { standing: 'broken' })],
  ['no-roles', record('isms_role', null)],
  ['role-unheld', record('isms_role', { holderId: null })],
  ['no-audit-programme', record('audit_programme', { state: 'draft' })],
  ['no-audit-within-a-year', record('audit', { endsAt: new Date(day(-500)).toISOString() })],
  [
    'clause-not-audited-before-stage-2',
    both(record('external_audit', { kind: 'stage2' }), record('audit', { clauses: ['7'] })),
  ],
  ['audit-overdue', record('audit', { state: 'planned', endsAt: longAgo })],
  ['audit-without-lead', record('audit', { state: 'running', leadAuditor: null })],
  ['finding-without-nonconformity', record('audit_finding', { nonconformityId: null })],
  ['no-suppliers', record('supplier', null)],
  ['supplier-without-criticality', record('supplier', { criticality: 'undecided' })],
  ['critical-supplier-without-contract', record('supplier_contract', null)],
  ['supplier-review-overdue', record('supplier', { reviewDueAt: longAgo })],
  ['supplier-certificate-over', record('supplier', { certificateUntil: longAgo })],
  ['cloud-without-exit', record('supplier', { exitPlan: '' })],
  ['no-incidents', record('incident', null)],
  ['incident-not-judged', record('incident', { state: 'reported', reportedAt: longAgo })],
  ['notification-late', record('incident', { lateClocks: 1 })],
  ['no-competences', record('competence', null)],
  ['competence-without-proof', record('competence', { holders: 0 })],
  ['competence-ran-out', record('competence_proof', { validUntil: longAgo })],
  ['nobody-trained', record('course_assignment', null)],
  ['training-not-completed', record('course_assignment', { standing: 'overdue' })],
  ['training-not-judged', record('course_assignment', { completedAt: longAgo })],
  ['no-communication-plan', record('communication', null)],
  ['joiner-or-leaver-unfinished', record('checklist_run', { at: longAgo })],
  ['no-management-review', record('management_review', { state: 'planned' })],
  ['management-review-overdue', record('management_review', { nextAt: longAgo })],
  ['management-review-not-signed', heldAndEmpty],
  ['review-decision-overdue', record('review_decision', { isDone: false, dueAt: longAgo })],
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => [`review-without-input-${letter}`, heldAndEmpty] as const),
  ['certification-audit-late', record('certification', { decidedAt: new Date(day(-400)).toISOString() })],
  ['certification-audit-near', decidedAYearAgo('external_audit', null)],
  ['certificate-expired', record('certification', { expiresAt: longAgo })],
  ['finding-of-the-body-late', record('external_finding', { clockAt: longAgo, isMet: false })],
  ['nothing-learned', record('incident', { state: 'recovered', recoveredAt: longAgo })],
]

describe('the rules of readiness', () => {
  test('have ids of their own and name an item that there is', () => {
    expect(new Set(readinessRules.map(({ id }) => id)).size).toBe(readinessRules.length)
    const items = clauseItems.map(({ id }) => id)
    for (const { item } of readinessRules) expect(item.startsWith('A.') || items.includes(item), item).toBe(true)
    expect(Object.keys(clauseSources).sort()).toEqual([...items].sort())
  })

  test('find nothing in a healthy organisation', () => {
    expect(deriveReadiness(healthyFacts()).predicted).toEqual([])
  })

  test('leave alone what is planned, renewed or quite new', () => {
    const soon = new Date(day(40)).toISOString()
    const fine = [
      decidedAYearAgo('external_audit', { startsAt: soon }),
      record('management_review', { state: 'held', heldAt: new Date(day(5)).toISOString() }),
      record('external_audit', { kind: 'stage2' }),
      both(record('external_audit', { kind: 'stage2', state: 'passed' }), record('audit', { clauses: ['7'] })),
      record('certification', { state: 'ended', decidedAt: longAgo, expiresAt: longAgo }),
      {
        facts: ({ records }) => {
          const [proof] = records.get('competence_proof') ?? []
          return {
            records: new Map([...records, ['competence_proof', [{ ...proof, validUntil: longAgo }, { ...proof }]]]),
          }
        },
      } satisfies Change,
    ]
    for (const change of fine) expect(deriveReadiness(healthyFacts(change)).predicted).toEqual([])
  })

  test.each(defects)('find %s', (rule, change) => {
    const { predicted } = deriveReadiness(healthyFacts(change))
    const found = predicted.find((one) => one.rule === rule)
    expect(found, predicted.map((one) => one.rule).join(', ')).toBeDefined()
    for (const sentence of [found?.requirement, found?.evidence, found?.gap, found?.repair])
      expect(sentence).toMatch(/^[“A-Z0-9].*[.]$/)
  })

  test('are each tried by a defect', () => {
    const tried = new Set(defects.map(([rule]) => rule))
    const kept = [
      'soa-excluded-but-needed-by-treatment',
      'soa-implemented-while-action-open',
      'soa-collector-silent',
      'soa-need-weakened',
    ]
    expect(readinessRules.map(({ id }) => id).filter((id) => !tried.has(id) && !kept.includes(id))).toEqual([])
  })
})

describe('an item', () => {
  test('is there when something up to date answers it, and missing when nothing does', () => {
    const { items, counts } = deriveReadiness(healthyFacts())
    const state = (id: string) => items.find((item) => item.id === id)?.state
    expect(state('6.1.3.d')).toBe('there')
    expect(state('A.8.13')).toBe('there')
    expect(state('7.5.3.handling')).toBe('missing')
    expect(items).toHaveLength(88 + 93)
    expect(counts.controls.there).toBe(93)
  })

  test('is stale when all that answers it is out of date', () => {
    const { items } = deriveReadiness(healthyFacts({ days: 1_000 }))
    expect(items.find(({ id }) => id === 'A.8.13')?.state).toBe('stale')
  })

  test.each([
    ['a review that is planned', '9.3.3', 'management_review', { state: 'planned' }, 'missing'],
    ['an audit that is running', '9.2.2.c', 'audit', { state: 'running' }, 'missing'],
    ['a programme that nobody approved', '9.2.2.programme', 'audit_programme', { state: 'draft' }, 'missing'],
    ['a draft', '7.5.1', 'document', { standing: 'draft' }, 'missing'],
    ['a change that was rejected', '6.3', 'planned_change', { status: 'rejected' }, 'missing'],
    ['a published document', '7.5.1', 'document', { standing: 'published' }, 'there'],
    ['an audit of two years ago', '9.2.2.c', 'audit', { reportedAt: new Date(day(-700)).toISOString() }, 'stale'],
  ] as const)('%s answers %s of %s as %o: %s', (_, item, table, fields, state) => {
    const { items } = deriveReadiness(healthyFacts(record(table, fields)))
    const found = items.find(({ id }) => id === item)
    expect([found?.state, found?.answerCount === 0]).toEqual([state, state === 'missing'])
  })

  test('is not answered by the methodology that every organisation starts with, whoever made the organisation', () => {
    const { items, predicted } = deriveReadiness(
      healthyFacts({
        facts: ({ methodology: { versions } }) => ({
          methodology: { isDefault: true, versions: versions.map((one) => ({ ...one, approvedAlone: true })) },
        }),
      }),
    )
    const ofMethod = items.filter(({ id }) => clauseSources[id]?.includes('methodology'))
    expect(ofMethod.map(({ state }) => state)).toEqual(ofMethod.map(() => 'missing'))
    expect(predicted.map(({ rule }) => rule)).toEqual(['method-not-looked-at'])
  })

  test('has a gap when a rule found one, and none for an observation', () => {
    const state = (change: Change, id: string) =>
      deriveReadiness(healthyFacts(change)).items.find((item) => item.id === id)?.state
    expect(state(risk({ ownerId: null }), '6.1.2.c.2')).toBe('gap')
    expect(state(risk({ assessedBy: 'user-1' }), '6.1.3.f')).toBe('there')
  })

  test('of a control that is not necessary is excluded', () => {
    const { items } = deriveReadiness(healthyFacts(oneControl({ applicable: false, exclusionJustification: 'None.' })))
    expect(items.find(({ id }) => id === 'A.8.23')?.state).toBe('excluded')
  })
})
