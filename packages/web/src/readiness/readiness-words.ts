import type { ItemState } from '@sinew/core/readiness/item-state.ts'
import type { Grade } from '@sinew/core/readiness/readiness-rule.ts'

export const gradeWords: Readonly<Record<Grade, string>> = {
  major: 'Major nonconformity',
  minor: 'Minor nonconformity',
  observation: 'Observation',
}

export const stateWords: Readonly<Record<ItemState, string>> = {
  missing: 'Nothing answers it',
  gap: 'Answered with a gap',
  stale: 'Out of date',
  there: 'Answered',
  excluded: 'Not necessary',
}
