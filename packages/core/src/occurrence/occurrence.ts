/** `loss`: it happened and cost something; `near_miss`: it nearly did. A near miss is kept to learn from and never counts as an event. */
export const occurrenceKinds = ['loss', 'near_miss'] as const
export type OccurrenceKind = (typeof occurrenceKinds)[number]

/** Something that happened on a risk. Times in milliseconds since 1970 UTC; `at` is the day it happened (its noon). */
export type Occurrence = {
  readonly id: string
  readonly kind: OccurrenceKind
  readonly at: number
  /** What it cost in minor units; null for a near miss and while it is not known. */
  readonly lossMinor: number | null
}

/** A period in milliseconds since 1970 UTC; `until` is not part of it. */
export type Period = { readonly from: number; readonly until: number }
