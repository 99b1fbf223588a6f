import type { BodyOf } from '@sinew/contract/client.ts'
import type {
  incidentControls,
  incidentEntries,
  incidentRisks,
  incidents,
} from '@sinew/contract/incident/incident-contract.ts'
import type { CastKey } from './story-cast.ts'

type Fields = Partial<BodyOf<typeof incidents.create>>

export type StoryIncident = {
  readonly day: number
  readonly reporter: CastKey
  readonly handler: CastKey
  /** What was reported; its first sentence is the title. */
  readonly what: string
  readonly sorted: Fields
  readonly risk: Omit<BodyOf<typeof incidentRisks.create>, 'incidentId' | 'riskId'> & { readonly threat: string }
  readonly control: Omit<BodyOf<typeof incidentControls.create>, 'incidentId' | 'controlId'> & { readonly ref: string }
  readonly entry: Omit<BodyOf<typeof incidentEntries.create>, 'incidentId' | 'at'>
  readonly handled: Fields
  readonly learned: Fields
}

/** Those of the year's occurrences that were handled as incidents; each of them records its occurrence by itself. */
export const storyIncidents = {
  nearMiss: {
    day: 68,
    reporter: 'priya',
    handler: 'aiko',
    what: 'A test read a booking of another clinic before release. Seen in the security test of the search; the release was stopped.',
    sorted: { category: 'vulnerability', severity: 'medium', hit: ['confidentiality'], personalData: 'no' },
    risk: {
      threat: 'T-tenant-isolation',
      title: 'A test read a booking of another clinic before release',
      kind: 'near_miss',
    },
    control: { ref: 'A.8.29', title: 'The security test stopped the release', outcome: 'held' },
    entry: { title: 'Release stopped; the query has no filter by clinic.', source: 'Security test 118' },
    handled: {
      containment: 'Release stopped within the hour.',
      recovery: 'Query corrected, test repeated, released two days later.',
      responseCostMinor: 140_000,
    },
    learned: {
      cause: 'The search was written beside the layer that binds queries to a clinic.',
      lessons: 'A rule that only people check is forgotten on a busy day: the build checks it from now on.',
    },
  },
  mailbox: {
    day: 105,
    reporter: 'ruth',
    handler: 'luca',
    what: 'Mailbox rule forwarded a week of mail to a stranger. A clinic asked why its answer came from an unknown address.',
    sorted: {
      category: 'account',
      severity: 'medium',
      hit: ['confidentiality'],
      personalData: 'yes',
      directLossMinor: 310_000,
      responseCostMinor: 830_000,
    },
    risk: {
      threat: 'T-credential-phishing',
      title: 'Mailbox rule forwarded a week of mail to a stranger',
      kind: 'loss',
      lossMinor: 1_140_000,
    },
    control: { ref: 'A.8.5', title: 'The account had no second factor for old mail clients', outcome: 'missing' },
    entry: { title: 'Rule found and removed, sessions ended, password changed.', source: 'Service desk 3166' },
    handled: {
      containment: 'Sessions ended, rule removed, old mail clients switched off for this account.',
      recovery: 'Old mail clients switched off for everybody; all mailboxes searched for rules to strangers.',
    },
    learned: {
      cause: 'Old mail clients sign in with a password alone.',
      lessons: 'An exception that nobody owns becomes the way in. Exceptions have an owner and a last day now.',
    },
  },
  flood: {
    day: 354,
    reporter: 'ruth',
    handler: 'luca',
    what: 'Sales account sent four hundred forged messages. Two clinics called; the messages ask to confirm a payment.',
    sorted: {
      category: 'phishing',
      severity: 'medium',
      hit: ['integrity'],
      personalData: 'no',
      responseCostMinor: 970_000,
    },
    risk: {
      threat: 'T-credential-phishing',
      title: 'Sales account sent four hundred forged messages',
      kind: 'loss',
      lossMinor: 970_000,
    },
    control: { ref: 'A.6.3', title: 'The forged page was not recognised', outcome: 'failed' },
    entry: { title: 'Account locked, recipients warned.', source: 'Service desk 3468' },
    handled: {
      containment: 'Account locked; all four hundred recipients warned the same day.',
      recovery: 'Account reset with a hardware key.',
    },
    learned: {},
  },
} as const satisfies Readonly<Record<string, StoryIncident>>
