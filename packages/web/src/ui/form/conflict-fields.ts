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
