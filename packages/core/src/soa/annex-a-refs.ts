/** How many controls each clause of Annex A has: 37 organizational, 8 people, 14 physical, 34 technological. */
const controlsPerClause = { 'A.5': 37, 'A.6': 8, 'A.7': 14, 'A.8': 34 } as const

/** The 93 references in order, without their texts: what a statement must cover is known without loading the catalogue. */
export const annexARefs: readonly string[] = Object.entries(controlsPerClause).flatMap(([clause, count]) =>
  Array.from({ length: count }, (_, i) => `${clause}.${i + 1}`),
)
