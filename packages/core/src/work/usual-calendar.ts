import type { Cadence } from './cadence.ts'

export type UsualDuty = {
  /** Says which it is, so that it is added once. */
  readonly key: string
  readonly title: string
  readonly every: Cadence
  /** Months from now until it is due for the first time; yearly duties are spread over the year in the order they build on each other. */
  readonly firstAfterMonths: number
  readonly doneWhen: string
  readonly clause: string
  readonly control: string | null
}

type Line = readonly [key: string, title: string, after: number, serves: string, doneWhen: string]

const monthly: readonly Line[] = [
  [
    'kpi',
    'Record the monthly measures',
    1,
    '9.1',
    'Every measure has its value for the month, and what is off target has a word on why.',
  ],
]

const quarterly: readonly Line[] = [
  [
    'access',
    'Review who has access',
    3,
    'A.5.18',
    'Every account was confirmed or removed by the owner of what it reaches.',
  ],
  [
    'privileged',
    'Review privileged access',
    3,
    'A.8.2',
    'Every administrator was confirmed by name, and the rest lost the right.',
  ],
  [
    'treatment',
    'Review the treatment plan',
    3,
    '8.3',
    'Every open action has a day that still holds, or a new one with a reason.',
  ],
  ['objectives', 'Review the objectives', 3, '6.2', 'Each objective has its figure, and what lags has an action.'],
]

const halfYearly: readonly Line[] = [
  [
    'restore',
    'Test restoring from backup',
    6,
    'A.8.13',
    'A chosen system was restored within its time, and the result is kept as evidence.',
  ],
  [
    'legal',
    'Review laws and contracts',
    6,
    'A.5.31',
    'Somebody looked for what is new or changed, and the obligations say so.',
  ],
  [
    'suppliers',
    'Watch the suppliers',
    6,
    'A.5.22',
    'Reports, incidents and changes of important suppliers were looked at, each with a conclusion.',
  ],
  ['phishing', 'Simulate phishing', 6, 'A.6.3', 'A simulation ran, and those who fell for it were taught.'],
]

const yearly: readonly Line[] = [
  [
    'context',
    'Review context and interested parties',
    1,
    '4.1',
    'Issues, parties and what they require were gone through, climate change too.',
  ],
  ['scope', 'Review the scope', 1, '4.3', 'What is in and out, and where it touches others, still holds.'],
  ['policies', 'Review the policies', 2, '5.2', 'Each policy was read by its owner, and confirmed or changed.'],
  ['risk', 'Assess all risks anew', 3, '8.2', 'Every risk has an estimate of this year and an owner’s decision.'],
  [
    'bia',
    'Review impact analysis and exercise continuity',
    5,
    'A.5.30',
    'Recovery times were confirmed, one scenario was exercised, and its lessons have actions.',
  ],
  [
    'incident',
    'Exercise an incident',
    6,
    'A.5.24',
    'The team went through one incident by the plan, and its lessons have actions.',
  ],
  [
    'pentest',
    'Have a penetration test made',
    7,
    'A.8.8',
    'An independent report is there, and each finding has an owner and a day.',
  ],
  [
    'training',
    'Train everybody',
    8,
    '7.2',
    'Everybody in scope took this year’s training, and it was checked what stayed.',
  ],
  [
    'audit',
    'Audit internally',
    9,
    '9.2',
    'Every clause and a sample of controls were audited by somebody who does not run them.',
  ],
  [
    'soa',
    'Review the Statement of Applicability',
    10,
    '6.1.3',
    'Each control’s decision, reason and state were confirmed, and a version was approved.',
  ],
  [
    'review',
    'Hold the management review',
    11,
    '9.3',
    'Top management went through all inputs, and decided what changes and what it needs.',
  ],
]

/** What most organisations repeat in a year of an ISMS. */
export const usualCalendar: readonly UsualDuty[] = [
  ...linesOf('month', monthly),
  ...linesOf('quarter', quarterly),
  ...linesOf('half_year', halfYearly),
  ...linesOf('year', yearly),
]

function linesOf(every: Cadence, lines: readonly Line[]): readonly UsualDuty[] {
  return lines.map(([key, title, firstAfterMonths, serves, doneWhen]) => {
    const control = serves.startsWith('A.') ? serves : null
    return { key, title, every, firstAfterMonths, doneWhen, clause: control === null ? serves : '', control }
  })
}
