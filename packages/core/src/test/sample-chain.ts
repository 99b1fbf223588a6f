import type {
  AcceptanceInput,
  ChainSnapshot,
  ControlInput,
  EvidenceInput,
  MethodologyInput,
  NeedInput,
  RiskInput,
} from '../chain/chain-snapshot.ts'
import type { InsuranceInput } from '../insurance/insured.ts'
import { dayMs } from '../time/calendar.ts'

/** Small chains for tests: every function fills in what a table does not care about. Noon, 1 January 2026 UTC is day 0. */
export const day0 = Date.UTC(2026, 0, 1, 12)

/** The instant `days` after day 0. */
export const day = (days: number): number => day0 + days * dayMs

/** One million minor units: €10,000. */
export const million = 1_000_000

export function anEvidence(fields: Partial<EvidenceInput> = {}): EvidenceInput {
  return {
    id: 'evidence-1',
    number: 40,
    title: 'Restore test report',
    nature: 'operation',
    provenance: 'observed',
    result: { kind: 'pass' },
    state: 'active',
    collectedAt: day0,
    validUntil: null,
    ...fields,
  }
}

export function aNeed(fields: Partial<NeedInput> = {}): NeedInput {
  return {
    id: 'need-1',
    title: 'Restore test',
    cadenceDays: 180,
    weight: 1,
    nature: 'operation',
    collectorId: null,
    newest: anEvidence(),
    ...fields,
  }
}

export function aControl(fields: Partial<ControlInput> = {}): ControlInput {
  return {
    id: 'control-1',
    ref: 'A.8.13',
    title: 'Information backup',
    description: 'Nightly snapshots, restored twice a year.',
    source: 'annex_a',
    implementation: 'implemented',
    partlyShare: 0,
    ownerId: 'person-1',
    plannedAt: null,
    applicable: true,
    exclusionJustification: '',
    writtenReasons: [],
    needs: [aNeed()],
    annualCostMinor: null,
    ...fields,
  }
}

export function aRisk(fields: Partial<RiskInput> = {}): RiskInput {
  return {
    id: 'risk-1',
    number: 12,
    title: 'Ransomware',
    category: 'Ransomware and extortion',
    status: 'treated',
    ownerId: 'person-1',
    assessedBy: 'user-2',
    treatment: 'modify',
    // Equal ends: no uncertainty, so that expected losses can be checked by hand (1 event a year of 40 million).
    frequency: { low: 1, high: 1 },
    lossMinor: { low: 40 * million, high: 40 * million },
    lossCapMinor: null,
    links: [{ controlId: 'control-1', effect: 'frequency', reduction: { low: 0.4, high: 0.6 } }],
    assetIds: [],
    ...fields,
  }
}

export function aMethodology(fields: Partial<MethodologyInput> = {}): MethodologyInput {
  return {
    id: 'methodology-1',
    version: 1,
    likelihoodBands: [
      { name: 'Rare', description: 'Less than once in ten years', upToPerYear: 0.1 },
      { name: 'Possible', description: 'Up to once a year', upToPerYear: 1 },
      { name: 'Frequent', description: 'More than once a year', upToPerYear: null },
    ],
    consequenceBands: [
      { name: 'Minor', description: 'Up to €10k', upToMinor: million },
      { name: 'Major', description: 'Up to €250k', upToMinor: 25 * million },
      { name: 'Severe', description: 'More than €250k', upToMinor: null },
    ],
    levelThresholds: { medium: 3, high: 4, critical: 9 },
    acceptanceRights: [
      { level: 'low', mayAccept: 'owner', maxMonths: 12 },
      { level: 'medium', mayAccept: 'owner', maxMonths: 12 },
      { level: 'high', mayAccept: 'manager', maxMonths: 6 },
      { level: 'critical', mayAccept: 'never', maxMonths: 0 },
    ],
    appetite: {
      yearlyLossMinor: 50 * million,
      afterInsurance: false,
      points: [{ amountMinor: 100 * million, probability: 0.05 }],
    },
    materialShare: 0.2,
    maxReduction: 0.95,
    reviewIntervalDays: 365,
    ...fields,
  }
}

export function anAcceptance(fields: Partial<AcceptanceInput> = {}): AcceptanceInput {
  return {
    id: 'acceptance-1',
    riskId: 'risk-1',
    status: 'valid',
    acceptedAt: day0,
    acceptedByPersonId: 'person-1',
    expiresAt: day(365),
    pinned: { provenLossMinor: 20 * million, level: 'high', methodologyVersion: 1, ownerId: 'person-1' },
    ...fields,
  }
}

/** Pays, of each event, what exceeds €100k up to €200k: in force for the year from day 0. */
export function aPolicy(fields: Partial<InsuranceInput> = {}): InsuranceInput {
  return {
    id: 'policy-1',
    number: 1,
    name: 'Cyber',
    per: 'event',
    deductibleMinor: 10 * million,
    limitMinor: 20 * million,
    premiumMinor: million,
    validFrom: day0,
    validUntil: day(365),
    riskIds: null,
    ...fields,
  }
}

export function aSnapshot(fields: Partial<ChainSnapshot> = {}): ChainSnapshot {
  return {
    organizationId: 'organization-1',
    currency: 'EUR',
    methodology: aMethodology(),
    controls: [aControl()],
    risks: [aRisk()],
    obligations: [],
    assets: [],
    people: [
      { id: 'person-1', name: 'J. Doe', userId: 'user-1', active: true },
      { id: 'person-2', name: 'A. Roe', userId: 'user-2', active: true },
    ],
    acceptances: [anAcceptance()],
    actions: [],
    collectors: [],
    policies: [],
    decisions: [],
    pinnedControlIds: [],
    ...fields,
  }
}
