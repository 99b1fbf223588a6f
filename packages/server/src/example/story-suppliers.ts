import type { BodyOf } from '@sinew/contract/client.ts'
import type { supplierCertificates, supplierContracts, suppliers } from '@sinew/contract/supplier/supplier-contract.ts'
import type { CastKey } from './story-cast.ts'

type StoryContract = Omit<BodyOf<typeof supplierContracts.create>, 'supplierId' | 'noticeAt'> & {
  readonly noticeDay?: number
}

export type StorySupplier = Omit<BodyOf<typeof suppliers.create>, 'ownerId'> & {
  readonly key: 'cloud' | 'sms' | 'desk' | 'payroll'
  readonly owner: CastKey
  readonly contracts: readonly StoryContract[]
}

export const storySuppliers: readonly StorySupplier[] = [
  {
    key: 'cloud',
    name: 'Public cloud provider',
    services: 'All production systems and the backup vault, in two zones.',
    criticality: 'critical',
    owner: 'priya',
    data: ['business', 'personal', 'special', 'credentials'],
    isProcessor: 'yes',
    isCloud: true,
    countries: ['Germany', 'Ireland'],
    reviewEveryDays: 365,
    exitPlan: 'Infrastructure is code; data come back from the vault. Tried once: eleven days to another provider.',
    alternatives: 'Two providers with zones in the European Union.',
    contracts: [
      {
        title: 'Framework agreement',
        kind: 'main',
        clauses: ['measures', 'confidentiality', 'notice', 'audit', 'return', 'continuity'],
        notifyHours: 48,
      },
      { title: 'Data processing agreement', kind: 'processing', clauses: ['subcontractors', 'location', 'return'] },
    ],
  },
  {
    key: 'sms',
    name: 'Text message provider',
    services: 'Reminders of appointments by text message.',
    criticality: 'high',
    owner: 'ruth',
    data: ['personal'],
    isProcessor: 'yes',
    isCloud: true,
    countries: ['Netherlands'],
    reviewEveryDays: 182,
    exitPlan: 'A second provider is connected and tested each quarter.',
    contracts: [
      {
        title: 'Terms with processing agreement',
        kind: 'processing',
        clauses: ['measures', 'confidentiality', 'notice', 'subcontractors'],
        notifyHours: 24,
        noticeDay: 400,
      },
    ],
  },
  {
    key: 'desk',
    name: 'Ticket system',
    services: 'Tickets of customer care.',
    criticality: 'medium',
    owner: 'ruth',
    data: ['personal', 'business'],
    isProcessor: 'yes',
    isCloud: true,
    countries: ['Ireland'],
    reviewEveryDays: 365,
    contracts: [{ title: 'Subscription', kind: 'main', clauses: ['confidentiality', 'notice'] }],
  },
  {
    key: 'payroll',
    name: 'Payroll and finance suite',
    services: 'Pay and accounts.',
    criticality: 'medium',
    owner: 'stefan',
    data: ['personal', 'business'],
    isProcessor: 'yes',
    reviewEveryDays: 730,
    contracts: [{ title: 'Contract and processing agreement', kind: 'processing', clauses: ['measures', 'return'] }],
  },
]

type StoryCertificate = Omit<BodyOf<typeof supplierCertificates.create>, 'supplierId' | 'issuedAt' | 'validUntil'> & {
  readonly supplier: StorySupplier['key']
  readonly issuedDay: number
  readonly untilDay: number
  readonly need: string
}

/** It ran out four weeks before today, and nobody asked for the new one. */
export const storyCertificate: StoryCertificate = {
  supplier: 'sms',
  title: 'ISO/IEC 27001, all data centres',
  standard: 'iso27001',
  issuer: 'An accredited certification body',
  reference: 'IS 71 2204',
  covers: 'Sending and storing of messages in both data centres.',
  issuedDay: -752,
  untilDay: 344,
  need: 'Current SOC 2 or ISO certificates and the assessment of them',
}

export const storyQuestions = `Section,Question,Answer,Good answer
Organisation,Is there a person who answers for information security?,yes_no,yes
Organisation,Do you hold a certificate against ISO/IEC 27001?,yes_no,yes
Access,Do all accounts with access to our data use a second factor?,yes_no,yes
Access,Are accounts of leavers closed on their last day?,yes_no,yes
Data,Are our data encrypted at rest and on the way?,yes_no,yes
Data,Do you use our data for anything but the service?,yes_no,no
Incidents,Within how many hours do you tell us of an incident?,text,any
Leaving,How do we get our data back?,text,any
`

export const storyAnswers = [
  { choice: 'yes', text: '' },
  { choice: 'no', text: 'Planned for next year; the hosting below it is certified.' },
  { choice: 'yes', text: '' },
  { choice: 'yes', text: '' },
  { choice: 'yes', text: '' },
  { choice: 'no', text: '' },
  { choice: '', text: '48 hours.' },
  { choice: '', text: 'By an export of all tickets with attachments, at any time.' },
] as const
