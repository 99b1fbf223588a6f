/**
 * What controls with these reductions leave together, before any limit, and its derivative by each reduction: independent ones leave Π(1 − r); those of one group
 * 1 − (best + κ·(joint − best)), the first of the best ones being the best.
 */
export function leftBySlopes(
  reductions: readonly number[],
  groups: readonly (string | null)[],
  independence: ReadonlyMap<string, number>,
): { readonly left: number; readonly by: readonly number[] } {
  const parts: { readonly left: number; readonly members: readonly number[]; readonly by: readonly number[] }[] = []
  const named = new Map<string, number[]>()
  reductions.forEach((r, k) => {
    const group = groups[k] ?? null
    if (group === null) parts.push({ left: 1 - r, members: [k], by: [-1] })
    else named.set(group, [...(named.get(group) ?? []), k])
  })
  for (const [group, members] of named) {
    const own = members.map((k) => reductions[k] ?? 0)
    const kappa = independence.get(group) ?? 0
    const best = Math.max(...own)
    const first = own.indexOf(best)
    const without = (k: number) => own.reduce((product, r, at) => (at === k ? product : product * (1 - r)), 1)
    parts.push({
      left: 1 - best * (1 - kappa) - kappa * (1 - without(-1)),
      members,
      by: own.map((_, k) => (k === first ? kappa - 1 : 0) - kappa * without(k)),
    })
  }
  const by = reductions.map(() => 0)
  parts.forEach((part, at) => {
    const others = parts.reduce((product, { left }, other) => (other === at ? product : product * left), 1)
    part.members.forEach((k, i) => {
      by[k] = others * (part.by[i] ?? 0)
    })
  })
  return { left: parts.reduce((product, { left }) => product * left, 1), by }
}
