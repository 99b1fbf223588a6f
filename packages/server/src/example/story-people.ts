import type { BodyOf } from '@sinew/contract/client.ts'
import type {
  checklistItems,
  communications,
  competenceProofs,
  competences,
  courses,
} from '@sinew/contract/training/training-contract.ts'
import type { CastKey } from './story-cast.ts'

/** Who works where, and for whom. */
export const storyReporting: readonly (readonly [CastKey, string, CastKey])[] = [
  ['tomas', 'Engineering', 'mara'],
  ['jana', 'Engineering', 'mara'],
  ['priya', 'Engineering', 'jana'],
  ['aiko', 'Engineering', 'jana'],
  ['luca', 'Engineering', 'jana'],
  ['ruth', 'Customer care', 'mara'],
  ['noor', 'Finance, legal and people', 'mara'],
  ['stefan', 'Finance, legal and people', 'mara'],
]

type Training = {
  readonly course: BodyOf<typeof courses.create>
  /** The day they completed it; null where it is still to be done. */
  readonly learners: readonly (readonly [CastKey, number | null])[]
  readonly seen: string
}

export const storyTraining: Training = {
  course: {
    title: 'Security in the first week',
    kind: 'awareness',
    content:
      'What we promised clinics, what forged messages look like, how to report, what happens when rules are not kept.',
    repeatMonths: 12,
    passScore: 80,
  },
  learners: [
    ['mara', 60],
    ['tomas', 38],
    ['jana', 41],
    ['priya', 47],
    ['luca', 39],
    ['noor', 44],
    ['stefan', null],
    ['aiko', 51],
    ['ruth', 57],
  ],
  seen: 'Forged messages of the test in spring were reported.',
}

export const storyCommunications: readonly (Omit<BodyOf<typeof communications.create>, 'ownerId'> & {
  readonly owner: CastKey
})[] = [
  {
    title: 'An incident that hits clinics',
    audience: 'Clinics concerned',
    isOutside: 'outside',
    occasion: 'Within a day, and when it is over',
    channel: 'Call to the contact, then status page',
    owner: 'ruth',
    approvedBy: 'Managing director',
  },
  {
    title: 'A breach of personal data',
    audience: 'Data protection authority',
    isOutside: 'outside',
    occasion: 'Within 72 hours of knowing',
    channel: 'Form of the authority',
    owner: 'stefan',
    approvedBy: 'Managing director',
  },
  {
    title: 'A new or changed rule',
    audience: 'Everybody',
    isOutside: 'inside',
    occasion: 'On the day it is in force',
    channel: 'Meeting of all, then the policy to read',
    owner: 'tomas',
  },
]

type StoryCompetence = Omit<BodyOf<typeof competences.create>, 'ownerId'> & {
  readonly proofs: readonly (Omit<
    BodyOf<typeof competenceProofs.create>,
    'competenceId' | 'personId' | 'provenAt' | 'validUntil'
  > & { readonly who: CastKey; readonly holdsDays: number })[]
}

export const storyCompetences: Readonly<Record<'auditing' | 'incidents', StoryCompetence>> = {
  auditing: {
    title: 'Auditing by ISO/IEC 27001',
    role: 'Internal auditor',
    measure: 'A course of three days or longer, and two audits beside somebody who leads.',
    validMonths: 36,
    proofs: [{ who: 'jana', title: 'Course for internal auditors, two audits as an observer', holdsDays: 3 * 365 }],
  },
  incidents: {
    title: 'Handling an incident on call',
    role: 'On-call engineer',
    measure: 'A restore done alone, and an exercise led.',
    validMonths: 24,
    proofs: [
      { who: 'priya', title: 'Restored the booking database; led the spring exercise', holdsDays: 2 * 365 },
      {
        who: 'aiko',
        title: 'Took part in the spring exercise; restore watched',
        result: 'partly',
        plan: 'Does the next restore test herself.',
        holdsDays: 365,
      },
    ],
  },
}

type StoryItem = Omit<BodyOf<typeof checklistItems.create>, 'checklistId' | 'ownerId'> & { readonly owner: CastKey }

export const storyChecklists: Readonly<
  Record<'joiner' | 'leaver', { readonly title: string; readonly items: readonly StoryItem[] }>
> = {
  joiner: {
    title: 'Somebody joins',
    items: [
      { title: 'Contract with confidentiality signed', days: -3, owner: 'noor' },
      { title: 'Laptop and accounts, with a hardware key', days: 0, owner: 'luca' },
      { title: 'Security in the first week done', days: 7, owner: 'noor' },
    ],
  },
  leaver: {
    title: 'Somebody leaves',
    items: [
      { title: 'What they answer for handed over', days: -7, owner: 'tomas' },
      { title: 'Accounts closed, of every tool on the list', days: 0, owner: 'priya' },
      { title: 'Laptop, keys and papers returned', days: 0, owner: 'noor' },
    ],
  },
}
