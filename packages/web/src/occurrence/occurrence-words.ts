import type { Occurrence } from '@sinew/contract/occurrence/occurrence-contract.ts'

/** What people read for each kind; keys of the translation. */
export const kindWords: Readonly<Record<Occurrence['kind'], string>> = {
  loss: 'Loss event',
  near_miss: 'Near miss',
}
