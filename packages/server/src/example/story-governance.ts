import type { BodyOf } from '@sinew/contract/client.ts'
import type {
  contextIssues,
  ismsProcesses,
  scopeBoundaries,
  services,
  sites,
  units,
} from '@sinew/contract/context/context-contract.ts'
import type { ChangeSubject } from '@sinew/core/change/planned-change-register.ts'
import type { KpiKey } from '@sinew/core/objective/kpi-catalogue.ts'
import type { CastKey } from './story-cast.ts'

type Owned<B> = Omit<B, 'ownerId'> & { readonly owner: CastKey }

export const storySites: readonly Owned<BodyOf<typeof sites.create>>[] = [
  { name: 'Office Rotterdam', kind: 'office', owner: 'luca', reason: 'All teams meet here; no servers.' },
  { name: 'Home offices', kind: 'home', owner: 'noor', reason: 'Most of the team works from home.' },
  {
    name: 'Workshop space Utrecht',
    kind: 'office',
    owner: 'luca',
    inScope: false,
    reason: 'Rented by the day for workshops without customer data; nothing is kept there.',
  },
]

export const storyUnits: readonly Owned<BodyOf<typeof units.create>>[] = [
  { name: 'Engineering', owner: 'jana', purpose: 'Builds and runs the service.' },
  { name: 'Customer care', owner: 'ruth', purpose: 'Helps clinics, by telephone and mail.' },
  { name: 'Finance, legal and people', owner: 'stefan', purpose: 'Contracts, pay, hiring.' },
]

export const storyServices: readonly Owned<BodyOf<typeof services.create>>[] = [
  { name: 'Appointments and intake', owner: 'jana', purpose: 'Clinics let patients book and fill in forms.' },
  {
    name: 'Marketing website',
    owner: 'stefan',
    inScope: false,
    reason: 'Run by an agency on its own hosting; it holds no data of clinics or patients.',
  },
]

export const storyIssues: readonly Owned<BodyOf<typeof contextIssues.create>>[] = [
  {
    title: 'Clinics ask for a certificate in tenders',
    kind: 'market',
    owner: 'mara',
    effect: 'Without it a third of the tenders is lost; it sets the date of the certification.',
  },
  {
    title: 'Health data fall under stricter law from next year',
    kind: 'legal',
    owner: 'stefan',
    effect: 'Reports to authorities within a day, more logging, a named person.',
  },
  {
    title: 'One public cloud carries everything',
    kind: 'technology',
    owner: 'priya',
    effect: 'Strong tools for security, and one provider whose failure stops the service.',
  },
  {
    title: 'The platform team is four people',
    origin: 'internal',
    kind: 'people',
    owner: 'jana',
    effect: 'Knowledge sits in few heads; controls that need hands fall behind in holidays.',
  },
  {
    title: 'Hotter summers and heavy rain in Rotterdam',
    kind: 'climate',
    owner: 'luca',
    effect: 'Two office days lost last summer; the provider’s region is far from flood plains.',
  },
]

export const storyBoundaries: readonly Omit<BodyOf<typeof scopeBoundaries.create>, 'scopeVersionId'>[] = [
  {
    title: 'Public cloud provider',
    kind: 'dependency',
    reason: 'Hosting in two zones of one region, under contract with yearly reports that are read.',
  },
  {
    title: 'Practice systems of clinics',
    kind: 'interface',
    reason: 'Appointments pass by an encrypted interface with a key for each clinic.',
  },
  { title: 'Marketing website', kind: 'exclusion', reason: 'Run by an agency; no data of clinics or patients.' },
]

export const storyProcesses: readonly (Owned<BodyOf<typeof ismsProcesses.create>> & { readonly ran?: number })[] = [
  {
    name: 'Risk assessment',
    owner: 'tomas',
    rhythm: 'yearly',
    purpose: 'To know what can happen, how often and at what cost.',
    outputs: ['Risks with owners'],
    ran: 220,
  },
  {
    name: 'Risk treatment',
    owner: 'tomas',
    rhythm: 'quarterly',
    purpose: 'To decide and carry out what is done about each risk.',
    outputs: ['Actions', 'Acceptances'],
    ran: 320,
  },
  {
    name: 'Operation of controls',
    owner: 'jana',
    rhythm: 'continuous',
    purpose: 'To run controls so that evidence of them is fresh.',
    outputs: ['Evidence'],
    ran: 365,
  },
  {
    name: 'Incident handling',
    owner: 'aiko',
    rhythm: 'on_event',
    purpose: 'To contain, report and learn from what went wrong.',
    outputs: ['Lessons'],
    ran: 300,
  },
  {
    name: 'Measurement',
    owner: 'tomas',
    rhythm: 'monthly',
    purpose: 'To see whether controls and objectives do what they should.',
    outputs: ['Values and judgements'],
    ran: 360,
  },
  {
    name: 'Management review',
    owner: 'mara',
    rhythm: 'half_yearly',
    purpose: 'To decide, from all of it, what changes.',
    outputs: ['Decisions'],
  },
]

/** From, to, what. */
export const storyFeeds: readonly (readonly [string, string, string])[] = [
  ['Risk assessment', 'Risk treatment', 'Risks above acceptance'],
  ['Risk treatment', 'Operation of controls', 'Controls that are needed'],
  ['Operation of controls', 'Measurement', 'Evidence'],
  ['Incident handling', 'Measurement', 'Times and lessons'],
  ['Measurement', 'Management review', 'Values and judgements'],
]

export type StoryChange = {
  readonly key: string
  readonly day: number
  readonly who: CastKey
  readonly owner: CastKey
  readonly plannedDay: number
  readonly done?: number
  readonly review?: { readonly day: number; readonly outcome: string }
  readonly title: string
  readonly touches: readonly ChangeSubject[]
  readonly purpose: string
  readonly effect: string
  readonly integrity: string
  readonly resources: string
  readonly responsibilities: string
}

/** Changes of the ISMS in the year. */
export const storyChanges: readonly StoryChange[] = [
  {
    key: 'scope-care',
    day: 224,
    who: 'tomas',
    owner: 'ruth',
    plannedDay: 240,
    done: 241,
    review: { day: 290, outcome: 'Care works by the same rules as engineering since; one access list was mended.' },
    title: 'Take the telephone line of customer care into the scope',
    touches: ['scope', 'processes'],
    purpose: 'Clinics read health data to us on the telephone; the recordings were outside.',
    effect: 'Recordings come under the deletion rules; the provider of the line becomes a supplier.',
    integrity: 'Rules of care are written before the line moves; recordings stop for a week.',
    resources: 'Five days of customer care, two of the ISMS manager.',
    responsibilities: 'Ruth owns the line and its access list from then on.',
  },
  {
    key: 'soa-summer',
    day: 252,
    who: 'tomas',
    owner: 'tomas',
    plannedDay: 266,
    done: 267,
    review: { day: 300, outcome: 'The statement matches what the second workshop decided; no control fell through.' },
    title: 'Statement of Applicability after the second risk workshop',
    touches: ['soa'],
    purpose: 'The second workshop found risks that need controls which the first version says little of.',
    effect: 'Six lines change their reasons and status. Control owners get new evidence needs in autumn.',
    integrity: 'The first version stays in force until the second is approved; no control is switched off meanwhile.',
    resources: 'Two days of the ISMS manager, one hour of each control owner.',
    responsibilities: 'Tomas writes and proposes, Mara approves, control owners confirm their lines.',
  },
  {
    key: 'deputy',
    day: 345,
    who: 'tomas',
    owner: 'noor',
    plannedDay: 395,
    title: 'A deputy for the ISMS manager',
    touches: ['roles'],
    purpose: 'One person knows the ISMS; a holiday stops it.',
    effect: 'A tenth of Aiko’s time; two views on every risk.',
    integrity: 'Tomas stays responsible until the deputy ran one month alone.',
    resources: 'Half a day a week, one course.',
    responsibilities: 'Aiko deputises for risks and measurement, Jana for changes.',
  },
]

/** Measured from the start. */
export const storyKpis: readonly KpiKey[] = [
  'risks_above_acceptance',
  'actions_overdue',
  'risk_reviews_on_time',
  'loss_to_appetite',
  'controls_implemented',
  'controls_fresh',
  'mfa_coverage',
]

/** Day and share of accounts with multi-factor sign-in, pushed by a script of the workplace team until it stopped. */
export const storyMfa: readonly (readonly [number, number])[] = [
  [120, 71],
  [170, 84],
  [220, 92],
  [270, 97],
  [320, 99],
]

export const storyMeasureDays = [100, 135, 170, 205, 240, 275, 305, 336, 367] as const
