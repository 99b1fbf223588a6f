import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'

/** What each part of the draft editor is given. */
export type DraftPart = {
  readonly content: MethodologyContent
  readonly change: (part: Partial<MethodologyContent>) => void
  /** What is wrong with a field, by core's path of it. */
  readonly errorAt: (field: string) => string | undefined
}

/** The list with the item at `index` changed. */
export function changedAt<T>(list: readonly T[], index: number, change: NoInfer<Partial<T>>): T[] {
  return list.map((item, at) => (at === index ? { ...item, ...change } : item))
}
