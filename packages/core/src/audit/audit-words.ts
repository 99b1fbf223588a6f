export const findingGrades = {
  major: 'Major nonconformity',
  minor: 'Minor nonconformity',
  opportunity: 'Opportunity or observation',
  strength: 'Strength',
} as const

/** Grades that break a requirement. */
export const nonconformingGrades: readonly string[] = ['major', 'minor']
