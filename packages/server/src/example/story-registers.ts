import type { NeedLevel } from '@sinew/core/asset/need-levels.ts'
import type { AssetKind, ObligationKind } from '@sinew/core/chain/chain-snapshot.ts'
import type { CastKey } from './story-cast.ts'

export type StoryAsset = {
  readonly key: string
  readonly title: string
  readonly kind: AssetKind
  readonly classification: 'public' | 'internal' | 'confidential' | 'restricted'
  readonly owner: CastKey
  readonly confidentiality?: NeedLevel
  readonly confidentialityReason?: string
  readonly integrity?: NeedLevel
  readonly integrityReason?: string
  readonly availability?: NeedLevel
  readonly availabilityReason?: string
  readonly rtoHours?: number
  readonly rpoHours?: number
}

export const storyAssets: readonly StoryAsset[] = [
  {
    key: 'patient-data',
    title: 'Patient appointment and intake data',
    kind: 'personal_data',
    classification: 'restricted',
    owner: 'ruth',
    confidentiality: 'very_high',
    confidentialityReason: 'Health data: a leak has to be told to every patient.',
    integrity: 'high',
    integrityReason: 'A lost appointment delays care.',
  },
  {
    key: 'customer-data',
    title: 'Clinic contracts and contacts',
    kind: 'information',
    classification: 'confidential',
    owner: 'stefan',
    confidentiality: 'high',
    confidentialityReason: 'Prices and contacts of all clinics.',
  },
  {
    key: 'product',
    title: 'Brightwater service (web and API)',
    kind: 'application',
    classification: 'confidential',
    owner: 'jana',
    availability: 'very_high',
    availabilityReason: 'Clinics cannot see whom they expect after four hours without it.',
    rtoHours: 4,
    rpoHours: 0.25,
  },
  {
    key: 'cloud',
    title: 'Production cloud accounts',
    kind: 'infrastructure',
    classification: 'restricted',
    owner: 'priya',
  },
  {
    key: 'database',
    title: 'Production database cluster',
    kind: 'infrastructure',
    classification: 'restricted',
    owner: 'priya',
  },
  { key: 'backups', title: 'Backup vault', kind: 'infrastructure', classification: 'restricted', owner: 'priya' },
  {
    key: 'source',
    title: 'Source code and build pipeline',
    kind: 'source_code',
    classification: 'confidential',
    owner: 'jana',
  },
  {
    key: 'identity',
    title: 'Workforce identity provider',
    kind: 'application',
    classification: 'restricted',
    owner: 'luca',
  },
  { key: 'laptops', title: 'Managed laptops (54)', kind: 'endpoint', classification: 'confidential', owner: 'luca' },
  {
    key: 'office',
    title: 'Rotterdam office',
    kind: 'site',
    classification: 'internal',
    owner: 'luca',
    availability: 'low',
    availabilityReason: 'Everybody can work from home.',
  },
  { key: 'staff', title: 'Staff and contractors', kind: 'people', classification: 'internal', owner: 'noor' },
  {
    key: 'sms',
    title: 'Text message provider',
    kind: 'supplier_service',
    classification: 'confidential',
    owner: 'ruth',
  },
  {
    key: 'payroll',
    title: 'Payroll and finance suite',
    kind: 'supplier_service',
    classification: 'confidential',
    owner: 'stefan',
  },
  { key: 'helpdesk', title: 'Customer care desk', kind: 'application', classification: 'confidential', owner: 'ruth' },
]

export type StoryObligation = {
  readonly title: string
  readonly kind: ObligationKind
  readonly source: string
  readonly party: string
  readonly requirement: string
  readonly owner: CastKey
  readonly controls: readonly string[]
}

export const storyObligations: readonly StoryObligation[] = [
  {
    title: 'Security of processing of patient data',
    kind: 'law',
    source: 'GDPR Art. 32',
    party: 'Data protection authority',
    owner: 'stefan',
    requirement: 'Measures that fit the risk to patients, tested regularly.',
    controls: ['A.5.34', 'A.8.24', 'A.8.13', 'A.8.11'],
  },
  {
    title: 'Breach notification within 72 hours',
    kind: 'law',
    source: 'GDPR Art. 33',
    party: 'Data protection authority',
    owner: 'stefan',
    requirement: 'Tell the authority about a personal data breach within 72 hours of knowing.',
    controls: ['A.5.24', 'A.5.26', 'A.6.8', 'A.5.5'],
  },
  {
    title: 'Processors under contract',
    kind: 'law',
    source: 'GDPR Art. 28',
    party: 'Clinics',
    owner: 'stefan',
    requirement: 'Only processors with sufficient guarantees, under a written contract.',
    controls: ['A.5.19', 'A.5.20', 'A.5.22'],
  },
  {
    title: 'Cybersecurity duty of care',
    kind: 'law',
    source: 'NIS2 Art. 21',
    party: 'National authority',
    owner: 'mara',
    requirement: 'Risk measures for the service as a supplier to essential healthcare entities.',
    controls: ['A.5.1', 'A.5.7', 'A.5.30', 'A.8.8'],
  },
  {
    title: 'Medical records stay in the European Union',
    kind: 'contract',
    source: 'Framework contract, clause 9',
    party: 'Zuidkliniek group',
    owner: 'ruth',
    requirement: 'Patient data and backups are stored and processed in the European Union only.',
    controls: ['A.5.23', 'A.8.13'],
  },
  {
    title: 'Yearly penetration test shared with customers',
    kind: 'contract',
    source: 'Framework contract, clause 12',
    party: 'Zuidkliniek group',
    owner: 'aiko',
    requirement: 'An independent test once a year; high findings mended within 30 days.',
    controls: ['A.8.29', 'A.8.8'],
  },
  {
    title: 'Availability of 99.8 % a month',
    kind: 'contract',
    source: 'Service terms, clause 4',
    party: 'All clinics',
    owner: 'jana',
    requirement: 'The service is reachable 99.8 % of each month.',
    controls: ['A.8.14', 'A.8.6', 'A.5.29'],
  },
  {
    title: 'Access is reviewed every quarter',
    kind: 'promise',
    source: 'Trust page',
    party: 'The public',
    owner: 'luca',
    requirement: 'Access rights to production and customer data are reviewed every three months.',
    controls: ['A.5.18', 'A.8.2'],
  },
]
