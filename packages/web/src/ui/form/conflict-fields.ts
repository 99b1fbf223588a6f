export type FieldDifference<K extends string = string> = {
  readonly key: K
  readonly theirs: unknown
  readonly mine: unknown
}

/** The fields on which what somebody else saved and what is in my form differ. */
export function conflictFields<V extends object>(
  theirs: V,
  mine: Partial<V>,
): readonly FieldDifference<Extract<keyof V, string>>[] {
  const keys = Object.keys(mine) as Extract<keyof V, string>[]
  return keys
    .filter((key) => JSON.stringify(theirs[key] ?? null) !== JSON.stringify(mine[key] ?? null))
    .map((key) => ({ key, theirs: theirs[key], mine: mine[key] }))
}

/** What of a form differs from the values it began with: only that is sent, so that other people's fields stay theirs. */
export function changedFields<V extends object>(before: V, now: V): Partial<V> {
  const keys = Object.keys(now) as (keyof V)[]
  const changed = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]))
  return Object.fromEntries(changed.map((key) => [key, now[key]])) as Partial<V>
}
