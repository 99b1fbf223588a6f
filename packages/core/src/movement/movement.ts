import type { SourceEntity } from '../explanation/explanation.ts'

/** What kind of thing happened. `decision`: a named person made a control easier to prove, left it out or took it back in. */
export const movementKinds = [
  'evidence',
  'time',
  'collector',
  'decision',
  'control',
  'person',
  'risk',
  'methodology',
  'insurance',
  'acceptance',
] as const
export type MovementKind = (typeof movementKinds)[number]

export const quantities = [
  'provenShare',
  'state',
  'assurance',
  'claimedShare',
  'inherentLoss',
  'claimedLoss',
  'provenLoss',
  'targetLoss',
  'inherentLevel',
  'claimedLevel',
  'provenLevel',
  'targetLevel',
  'assuranceGap',
  'inherentTail',
  'claimedTail',
  'provenTail',
  'targetTail',
  'claimedCovered',
  'provenCovered',
  'targetCovered',
  'claimedCoveredTail',
  'provenCoveredTail',
  'targetCoveredTail',
  'appetiteRatio',
  'appetite',
  'standing',
  'proof',
] as const
export type Quantity = (typeof quantities)[number]

export const effectUnits = ['share', 'minor', 'ratio', 'word'] as const
export type EffectUnit = (typeof effectUnits)[number]

/**
 * One derived number that moved. Numbers are unrounded; `before` is null when the object did not exist, `after` when it no
 * longer does, and counts as zero then. Through successive movements each quantity's `after` is the next one's `before`.
 */
export type Effect = {
  readonly entity: SourceEntity
  readonly id: string
  readonly ref: string
  readonly label: string
  readonly quantity: Quantity
  readonly unit: EffectUnit
  readonly before: number | string | null
  readonly after: number | string | null
  /** Why, where the number alone does not say it: the reasons that end an acceptance. */
  readonly detail?: string
}

/** A recorded change, as the ledger tells it. A link between two objects is told once for each of them. */
export type ChangeCause = {
  readonly entity: SourceEntity
  readonly id: string
  readonly operation: 'insert' | 'update' | 'delete'
  readonly actorName: string
  readonly at: number
  readonly reason: string | null
}

/** What happened. For the passing of time `actorName` is null and `since` is when the thing ran out. */
export type MovementCause = {
  readonly entity: SourceEntity
  readonly id: string
  readonly ref: string
  readonly label: string
  readonly operation: 'insert' | 'update' | 'delete' | 'time'
  readonly actorName: string | null
  readonly at: number
  readonly since: number | null
  readonly reason: string | null
}

export type Movement = {
  readonly kind: MovementKind
  readonly at: number
  readonly cause: MovementCause
  /** In the order evidence → collector → control → risk → portfolio → acceptance → SoA line. */
  readonly chain: readonly Effect[]
  /** What happened in words, without its consequences. */
  readonly headline: string
  /** One sentence that a manager can read: the headline and the chain it went along. */
  readonly sentence: string
  /** Movements of one key are one story: the daily decay of the same piece. */
  readonly episodeKey: string
  readonly gapDeltaMinor: number
}
