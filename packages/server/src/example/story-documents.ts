import type { CastKey } from './story-cast.ts'

export type StoryDocument = {
  readonly template: string
  readonly owner: CastKey
  /** Given to review this day, approved and published four days later by the approver; without one it stays a draft. */
  readonly day: number
  readonly approver: CastKey | null
  /** What the template left to be said. */
  readonly said?: Readonly<Record<string, string>>
  readonly cadenceDays?: number
  readonly promises?: readonly {
    readonly sentence: string
    readonly control: string
    readonly days: number
    readonly who: CastKey
  }[]
}

export const storyDocuments: readonly StoryDocument[] = [
  {
    template: 'is-policy',
    owner: 'tomas',
    day: 20,
    approver: 'mara',
    promises: [{ sentence: 'Access is reviewed at least every quarter.', control: 'A.5.18', days: 92, who: 'luca' }],
  },
  {
    template: 'access-control',
    owner: 'luca',
    day: 30,
    approver: 'jana',
    promises: [
      {
        sentence: 'Privileged rights are given to separate accounts and reviewed every quarter.',
        control: 'A.8.2',
        days: 92,
        who: 'luca',
      },
    ],
  },
  // Nobody looked at it again: its review is overdue.
  { template: 'classification', owner: 'tomas', day: 34, approver: 'mara', cadenceDays: 180 },
  {
    template: 'backup',
    owner: 'priya',
    day: 52,
    approver: 'jana',
    said: {
      '[[Check these values against your business impact analysis.]]':
        'The values follow from the business impact analysis of February.',
      '[[The platform team]]': 'The platform team',
    },
    promises: [
      { sentence: 'Every quarter one system is restored from its backup.', control: 'A.8.13', days: 190, who: 'priya' },
    ],
  },
  {
    template: 'vulnerability',
    owner: 'aiko',
    day: 75,
    approver: 'jana',
    promises: [
      {
        sentence: 'What is reachable from the internet is scanned every week.',
        control: 'A.8.8',
        days: 10,
        who: 'aiko',
      },
    ],
  },
  { template: 'incident-management', owner: 'tomas', day: 330, approver: null },
]

/** The second version of the security policy. */
export const policyChange = {
  day: 240,
  note: 'A sixth principle: assistants that learn from what they are told.',
  text: '6. **Think before you paste.** Customer data goes into no assistant that was not approved for it.',
} as const

export const storyRoles = [
  {
    key: 'top',
    title: 'Top management',
    holder: 'mara',
    deputy: 'jana',
    does: 'Direction, means and the acceptance of high risks.',
  },
  {
    key: 'officer',
    title: 'Information security officer',
    holder: 'tomas',
    deputy: 'aiko',
    does: 'Runs the ISMS and reports on it.',
  },
  {
    key: 'owners',
    title: 'Risk owners',
    holder: 'ruth',
    deputy: 'stefan',
    does: 'Decide on their risks and accept what remains.',
  },
  { key: 'platform', title: 'Platform team', holder: 'priya', deputy: 'luca', does: 'Runs and watches the systems.' },
] as const

export const storyActivities = [
  { title: 'Approve the security policy', clauses: ['5.2'], cells: { top: 'A', officer: 'R', owners: 'I' } },
  { title: 'Assess risks', clauses: ['6.1.2'], cells: { officer: 'A', owners: 'R', platform: 'C' } },
  { title: 'Review the management system', clauses: ['9.3.1'], cells: { top: 'A', officer: 'R' } },
  // Nobody answers for it yet.
  { title: 'Test the restore of the service', clauses: ['8.1'], cells: { platform: 'R' } },
] as const

export const storyCommitments = [
  {
    day: 18,
    kind: 'budget',
    title: 'Budget for security this year',
    euros: 148_000,
    body: 'Approved with the yearly plan: tools, tests by specialists and a day of training for everybody.',
  },
  {
    day: 25,
    kind: 'message',
    title: 'Message to everybody on the new policy',
    euros: null,
    body: 'Clinics trust us with the days of their patients. Please read the policy, and tell us when something seems odd.',
  },
] as const
