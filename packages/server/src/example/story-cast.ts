import type { Role } from '@sinew/core/access/permissions.ts'

/** The people of the example company. They act in its story and cannot sign in. */
export type CastMember = {
  readonly key: CastKey
  readonly name: string
  readonly jobTitle: string
  readonly role: Role
}

export type CastKey = 'mara' | 'tomas' | 'jana' | 'priya' | 'luca' | 'noor' | 'stefan' | 'aiko' | 'ruth' | 'eva'

export const cast: readonly CastMember[] = [
  { key: 'mara', name: 'Mara Jensen', jobTitle: 'Managing director', role: 'owner' },
  { key: 'tomas', name: 'Tomas Oduya', jobTitle: 'ISMS manager', role: 'manager' },
  { key: 'jana', name: 'Jana Doe', jobTitle: 'Head of engineering', role: 'manager' },
  { key: 'priya', name: 'Priya Raman', jobTitle: 'Platform lead', role: 'contributor' },
  { key: 'luca', name: 'Luca Ferri', jobTitle: 'IT and workplace', role: 'contributor' },
  { key: 'noor', name: 'Noor Haddad', jobTitle: 'Head of people', role: 'contributor' },
  { key: 'stefan', name: 'Stefan Brandt', jobTitle: 'Finance and legal', role: 'contributor' },
  { key: 'aiko', name: 'Aiko Tanaka', jobTitle: 'Product security engineer', role: 'contributor' },
  { key: 'ruth', name: 'Ruth Okafor', jobTitle: 'Head of customer care', role: 'contributor' },
  { key: 'eva', name: 'Eva Novak', jobTitle: 'Auditor, certification body', role: 'auditor' },
]

export const exampleCompany = {
  name: 'Brightwater Software',
  sector: 'information_saas',
  headcount: 50,
  yearlyRevenueMinor: 640_000_000,
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  scope:
    'Development, operation and support of the Brightwater appointment and intake service for clinics, by the teams in Rotterdam and at home, ' +
    'on one public cloud in the European Union. Out of scope: the marketing website of the agency that runs it.',
} as const
