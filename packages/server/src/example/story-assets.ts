import type { DependencyKind } from '@sinew/core/asset/dependency-kinds.ts'
import type { Conclusion } from '@sinew/core/obligation/compliance.ts'

type StoryDependency = {
  readonly above: string
  readonly below: string
  readonly kind: DependencyKind
  readonly anyOf?: string
  readonly note?: string
}

/** The service rests on one database cluster; only its ways in stand in for each other. */
export const storyDependencies: readonly StoryDependency[] = [
  { above: 'product', below: 'patient-data', kind: 'fed_by' },
  { above: 'patient-data', below: 'database', kind: 'kept_in' },
  { above: 'product', below: 'cloud', kind: 'runs_on' },
  { above: 'database', below: 'cloud', kind: 'runs_on', note: 'One region.' },
  { above: 'cloud', below: 'identity', kind: 'signs_in' },
  { above: 'identity', below: 'laptops', kind: 'needs', anyOf: 'Ways in', note: 'Keys on managed laptops.' },
  { above: 'identity', below: 'office', kind: 'needs', anyOf: 'Ways in', note: 'Sealed keys in the safe.' },
  { above: 'helpdesk', below: 'identity', kind: 'signs_in' },
  { above: 'customer-data', below: 'helpdesk', kind: 'kept_in' },
]

export const storyLocations = [
  { asset: 'office', site: 'Office Rotterdam' },
  { asset: 'laptops', site: 'Home offices' },
] as const

type StoryReview = {
  readonly day: number
  readonly obligation: string
  readonly conclusion: Conclusion
  readonly title: string
  readonly mendInDays?: number
  /** Left out: one rhythm later. */
  readonly nextInDays?: number
}

/** One ran out without a new one, one found something amiss; the promise on the trust page was never looked at. */
export const storyReviews: readonly StoryReview[] = [
  {
    day: 40,
    obligation: 'Cybersecurity duty of care',
    conclusion: 'compliant',
    title: 'Checked against the national law in draft; to be checked again when it is in force.',
    nextInDays: 180,
  },
  {
    day: 188,
    obligation: 'Security of processing of patient data',
    conclusion: 'compliant',
    title: 'Measures compared with the risks and with last year’s tests.',
  },
  {
    day: 210,
    obligation: 'Breach notification within 72 hours',
    conclusion: 'compliant',
    title: 'The exercise in spring told the authority’s form within 30 hours.',
  },
  {
    day: 235,
    obligation: 'Processors under contract',
    conclusion: 'partly',
    title: 'Two small processors have no signed agreement yet.',
    mendInDays: 60,
  },
  {
    day: 262,
    obligation: 'Medical records stay in the European Union',
    conclusion: 'compliant',
    title: 'Regions of storage, backups and support access looked at.',
  },
  {
    day: 330,
    obligation: 'Yearly penetration test shared with customers',
    conclusion: 'not_compliant',
    title: 'The report was shared, but one high finding is open longer than 30 days.',
    mendInDays: 30,
  },
]
