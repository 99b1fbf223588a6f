import { changedSince } from './changed-since.ts'
import type { Collect } from './collect.ts'

/** 9.3.2 d 4: what was aimed at, and how it stands. */
export const objectives: Collect = async (db, lookBack) => {
  const lines = await changedSince(db, 'objective', lookBack)
  return lines.length === 0 ? ['No objectives are recorded here: say how they stand.'] : lines
}
