import type { SourceEntity } from '../explanation/explanation.ts'
import type { ChainWalk, Touched } from './chain-walk.ts'
import type { ChangeCause, MovementCause, MovementKind } from './movement.ts'

/** One thing that happened between two states, and how to apply it to a chain that is on its way. */
export type Root = {
  readonly kind: MovementKind
  /** Roots are applied by stage, then by time, then by key, so that the same two states always give the same movements. */
  readonly stage: RootStage
  readonly key: string
  readonly episodeKey: string
  readonly headline: string
  readonly cause: MovementCause
  readonly apply: (walk: ChainWalk) => Touched
}

/**
 * What is gone goes first, so that nothing else is told about it; then proof, what is claimed, how risk is judged, what is at
 * risk; acceptances last, as they rest on all of it.
 */
export const rootStages = [
  'removed acceptance',
  'removed risk',
  'removed control',
  'evidence',
  'collector',
  'need',
  'decision',
  'control',
  'person',
  'methodology',
  'risk',
  'insurance',
  'acceptance',
] as const
export type RootStage = (typeof rootStages)[number]

export function inWalkOrder(roots: readonly Root[]): readonly Root[] {
  const stage = (root: Root) => rootStages.indexOf(root.stage)
  return roots.toSorted(
    (a, b) => stage(a) - stage(b) || a.cause.at - b.cause.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
}

/** Finds the recorded change behind a difference. */
export type CauseIndex = { readonly byObject: ReadonlyMap<string, ChangeCause>; readonly at: number }

/** The newest change of each object counts; `at` is when a change is said to have happened that nobody recorded. */
export function indexCauses(causes: readonly ChangeCause[], at: number): CauseIndex {
  const byObject = new Map<string, ChangeCause>()
  for (const cause of causes.toSorted((a, b) => a.at - b.at)) byObject.set(`${cause.entity} ${cause.id}`, cause)
  return { byObject, at }
}

type Subject = Pick<MovementCause, 'entity' | 'id' | 'ref' | 'label'>

/** The cause of a change to `subject`: the newest recorded change of it, else of the first of `orOf` that has one. */
export function changeCause(
  index: CauseIndex,
  subject: Subject,
  orOf: readonly (readonly [SourceEntity, string])[] = [],
): MovementCause {
  const recorded = [[subject.entity, subject.id] as const, ...orOf]
    .map(([entity, id]) => index.byObject.get(`${entity} ${id}`))
    .find((cause) => cause !== undefined)
  return {
    ...subject,
    operation: recorded?.operation ?? 'update',
    actorName: recorded?.actorName ?? null,
    at: recorded?.at ?? index.at,
    since: null,
    reason: recorded?.reason ?? null,
  }
}

/** The passing of time: `since` is when the thing ran out. */
export function timeCause(subject: Subject, at: number, since: number | null): MovementCause {
  return { ...subject, operation: 'time', actorName: null, at, since, reason: null }
}

/** ` by J. Doe` and the reason in brackets, as far as they are known. */
export function byWhom(cause: MovementCause): string {
  const actor = cause.actorName === null ? '' : ` by ${cause.actorName}`
  return cause.reason === null || cause.reason === '' ? actor : `${actor} (${cause.reason})`
}
