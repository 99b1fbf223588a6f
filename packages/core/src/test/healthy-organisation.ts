import { annexAControls } from '../catalogue/annex-a.ts'
import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { deriveStanding } from '../chain/derive-standing.ts'
import { reviewInputKeys } from '../management-review/review-inputs.ts'
import type { ReadinessFacts } from '../readiness/readiness-facts.ts'
import {
  aControl,
  aMethodology,
  aNeed,
  anAcceptance,
  anEvidence,
  aRisk,
  aSnapshot,
  day,
  day0,
  million,
} from './sample-chain.ts'

const isoOf = (days: number) => new Date(day(days)).toISOString()

/** All 93 controls in place and proven, one risk that is treated and accepted, one law that is kept. */
const chain: ChainSnapshot = aSnapshot({
  methodology: aMethodology({
    appetite: { yearlyLossMinor: 500 * million, afterInsurance: false, points: [] },
  }),
  controls: annexAControls.map(({ id, title }, at) =>
    aControl({
      id: `control-${id}`,
      ref: id,
      title,
      writtenReasons: [{ kind: 'business', text: 'Part of how the product is kept safe.' }],
      needs: [aNeed({ id: `need-${id}`, newest: anEvidence({ id: `evidence-${id}`, number: at + 1 }) })],
    }),
  ),
  risks: [aRisk({ links: [{ controlId: 'control-A.8.13', effect: 'frequency', reduction: { low: 0.4, high: 0.6 } }] })],
  obligations: annexAControls.slice(0, 1).map(() => ({
    id: 'obligation-1',
    number: 1,
    title: 'Data protection law',
    kind: 'law',
    controlIds: annexAControls.map(({ id }) => `control-${id}`),
  })),
  assets: [{ id: 'asset-1', title: 'Customer database', kind: 'information', inScope: true }],
  acceptances: [anAcceptance()],
  pinnedControlIds: annexAControls.map(({ id }) => `control-${id}`),
})

/** One version, approved on day 0. */
const approved = [{ id: 'version-1', number: 1, status: 'approved', approvedAt: day0, approvedAlone: false }]

/** A record as every register has it: made on day 0, of number 1. */
function aRecord(fields: Readonly<Record<string, unknown>>): object {
  return { id: 'record-1', version: 1, number: 1, createdAt: isoOf(0), updatedAt: isoOf(0), ...fields }
}

const records: readonly (readonly [string, readonly object[]])[] = [
  ['obligation_review', [aRecord({ obligationId: 'obligation-1', at: isoOf(0), conclusion: 'compliant' })]],
  ['management_commitment', [aRecord({ title: 'Budget 2026', status: 'recorded' })]],
  [
    'document',
    [
      aRecord({
        id: 'policy-1',
        title: 'Security policy',
        kind: 'policy',
        standing: 'published',
        clauses: ['5.2'],
        controls: [],
      }),
    ],
  ],
  ['acknowledgement_campaign', [aRecord({ title: 'Policy 2026', documentId: 'policy-1', progress: 'done' })]],
  ['external_document', [aRecord({ title: 'ISO/IEC 27001', nextCheckAt: isoOf(100) })]],
  ['document_promise', [aRecord({ title: 'Access is reviewed every quarter', standing: 'kept' })]],
  ['isms_role', [aRecord({ title: 'Security officer', holderId: 'person-1' })]],
  ['audit_programme', [aRecord({ title: 'Audits 2026 to 2028', state: 'approved' })]],
  [
    'audit',
    [
      aRecord({
        title: 'Clauses 4 to 10',
        state: 'closed',
        endsAt: isoOf(-40),
        leadAuditor: 'A. Roe',
        clauses: ['4', '5', '6', '7', '8', '9', '10'],
      }),
    ],
  ],
  [
    'audit_finding',
    [aRecord({ title: 'A leaver kept an account', grade: 'minor', isReported: true, nonconformityId: 'record-1' })],
  ],
  [
    'supplier',
    [
      aRecord({
        id: 'supplier-1',
        name: 'Cloud provider',
        status: 'active',
        criticality: 'critical',
        isCloud: true,
        exitPlan: 'Restore elsewhere.',
        reviewDueAt: isoOf(100),
        certificateUntil: isoOf(200),
      }),
    ],
  ],
  ['supplier_contract', [aRecord({ title: 'Hosting', supplierId: 'supplier-1' })]],
  ['context_issue', [aRecord({ title: 'Clinics move to the cloud', status: 'watched', isOverdue: false })]],
  ['climate_decision', [aRecord({ title: 'Not relevant', standing: 'holds' })]],
  ['interested_party', [aRecord({ id: 'party-1', name: 'Customers' })]],
  ['party_requirement', [aRecord({ title: 'Tell us within a day', partyId: 'party-1', isAddressed: 'addressed' })]],
  ['scope_version', [aRecord({ title: 'Scope 2026', status: 'approved', isOverdue: false })]],
  ['site', [aRecord({ name: 'Head office', inScope: true, reason: '' })]],
  ['isms_process', [aRecord({ name: 'Risk assessment', run: 'on_time' })]],
  ['isms_risk', [aRecord({ title: 'The only one who knows it leaves', status: 'acted', dueAt: null })]],
  ['objective', [aRecord({ title: 'Keys for all', status: 'open', standing: 'on_target' })]],
  ['metric', [aRecord({ title: 'Staff with keys', status: 'active', standing: 'on_target', isUnjudged: false })]],
  ['planned_change', [aRecord({ title: 'Take in Utrecht', isOverdue: false })]],
  ['operating_control', [aRecord({ title: 'Hosting', kind: 'outsourced' })]],
  [
    'nonconformity',
    [
      aRecord({
        title: 'A leaver kept an account',
        state: 'closed',
        cause: 'No list of accounts',
        foundAt: isoOf(-90),
        checkDueAt: isoOf(-20),
        isOverdue: false,
        isRecurrence: false,
      }),
    ],
  ],
  ['competence', [aRecord({ title: 'Auditing', holders: 1 })]],
  [
    'competence_proof',
    [
      aRecord({
        title: 'Course',
        competenceId: 'record-1',
        personId: 'person-1',
        result: 'met',
        validUntil: isoOf(100),
      }),
    ],
  ],
  [
    'course_assignment',
    [aRecord({ title: 'First week', standing: 'done', completedAt: isoOf(-20), effect: 'not_judged' })],
  ],
  ['communication', [aRecord({ title: 'An incident that hits customers' })]],
  ['checklist_run', [aRecord({ title: 'A leaver', state: 'open', at: isoOf(5), openSteps: 2 })]],
  [
    'management_review',
    [
      aRecord({
        id: 'review-1',
        title: 'Review 2026',
        state: 'signed',
        meetingAt: isoOf(-60),
        heldAt: isoOf(-60),
        nextAt: isoOf(300),
      }),
    ],
  ],
  [
    'review_input',
    reviewInputKeys.map((input) => aRecord({ id: `input-${input}`, reviewId: 'review-1', input, entry: 'None.' })),
  ],
  [
    'review_decision',
    [aRecord({ title: 'A second pair of eyes', reviewId: 'review-1', isDone: true, dueAt: isoOf(-5) })],
  ],
  [
    'certification',
    [aRecord({ id: 'cycle-1', title: 'Cycle 2026', state: 'certified', decidedAt: isoOf(-200), expiresAt: null })],
  ],
  [
    'external_audit',
    [
      aRecord({
        title: 'First surveillance',
        certificationId: 'cycle-1',
        kind: 'surveillance1',
        state: 'planned',
        startsAt: isoOf(140),
        endsAt: isoOf(141),
      }),
    ],
  ],
  ['external_finding', [aRecord({ title: 'A list is old', clockAt: isoOf(-10), isMet: true })]],
  ['improvement', [aRecord({ title: 'One sign-in for all tools' })]],
  [
    'incident',
    [
      aRecord({
        title: 'A lost phone',
        state: 'closed',
        reportedAt: isoOf(-30),
        recoveredAt: isoOf(-29),
        lateClocks: 0,
      }),
    ],
  ],
]

/** The facts of an organisation ten days after everything was put in order; a test spoils one of them. */
export function healthyFacts(
  change: {
    readonly chain?: (healthy: ChainSnapshot) => ChainSnapshot
    readonly facts?: (healthy: ReadinessFacts) => Partial<ReadinessFacts>
    readonly days?: number
  } = {},
): ReadinessFacts {
  const snapshot = change.chain?.(chain) ?? chain
  const at = day(change.days ?? 10)
  const facts: ReadinessFacts = {
    at,
    organization: { name: 'Brightwater Software', scope: 'Everything' },
    snapshot,
    standing: deriveStanding(snapshot, at),
    methodology: { isDefault: false, versions: approved },
    soa: { versions: approved },
    reviewAt: new Map(snapshot.risks.map(({ id }) => [id, day(200)])),
    assessedAt: new Map(snapshot.risks.map(({ id }) => [id, day0])),
    unassessedAssets: [],
    records: new Map(records),
  }
  return { ...facts, ...change.facts?.(facts) }
}
