/** Rows by a key, each turned into what is wanted of it, in the rows' order. */
export function inGroups<R, T>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  toItem: (row: R) => T,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [toItem(row)])
    else group.push(toItem(row))
  }
  return groups
}
