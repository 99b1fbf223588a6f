import type { Client } from '@sinew/contract/client.ts'
import type { CastKey } from './story-cast.ts'

/** What a step works with: the organisation, a client that acts as one of the cast at that day, and what earlier steps made. */
export type Scene = {
  readonly organizationId: string
  readonly client: Client
  readonly memory: Memory
  readonly at: Date
}

/** Ids of what the story made so far, by the story's own keys. */
export type Memory = {
  readonly people: Map<string, string>
  readonly assets: Map<string, string>
  /** By their titles. */
  readonly obligations: Map<string, string>
  readonly controls: Map<string, ControlMemory>
  readonly risks: Map<string, string>
  readonly evidence: Map<string, PieceMemory>
  readonly changes: Map<string, string>
  readonly duties: Map<string, string>
}

export type ControlMemory = {
  readonly id: string
  readonly ref: string
  /** As the last answer said, known from the first change on. */
  needs: readonly NeedMemory[]
  /** As the last answer said; whoever changes the control notes the new one. */
  version: number
}

export type PieceMemory = { readonly id: string; readonly version: number }

export type NeedMemory = {
  readonly id: string
  readonly title: string
  readonly cadenceDays: number
  readonly nature: 'design' | 'operation'
}

/** One thing somebody did. `settle` asks for its consequences to be worked out before the next. */
export type StoryStep = {
  /** Days since the story began. */
  readonly day: number
  readonly who: CastKey
  readonly act: (scene: Scene) => Promise<unknown>
  readonly settle?: boolean
}

/** How long the story is, in days: it ends now. */
export const storyDays = 372

export function known(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key)
  if (id === undefined) throw new Error(`The story has not made ${key} yet.`)
  return id
}

export function knownPiece(memory: Memory, key: string): PieceMemory {
  const piece = memory.evidence.get(key)
  if (piece === undefined) throw new Error(`The story has not attached ${key} yet.`)
  return piece
}

export function knownControl(memory: Memory, ref: string): ControlMemory {
  const control = memory.controls.get(ref)
  if (control === undefined) throw new Error(`The story knows no control ${ref}.`)
  return control
}

/** The same number in [0, 1) for the same words: variety without dice, so that the story is told alike every time. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const letter of words.join('|')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 0x1_0000_0000
}
