/** Sorted by id; an already sorted list, the usual case, is only looked through. */
export function risksInIdOrder<T extends { readonly id: string }>(risks: readonly T[]): readonly T[] {
  const sorted = risks.every((risk, i) => i === 0 || (risks[i - 1]?.id ?? '') <= risk.id)
  if (sorted) return risks
  return [...risks].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
