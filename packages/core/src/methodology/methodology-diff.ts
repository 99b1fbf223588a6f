export type MethodologyDifference = {
  /** `likelihoodBands.2.upToPerYear` */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * What differs between two versions, leaf by leaf, in the order of the fields. A leaf that one side lacks is `null` there.
 * The order of keys does not count; the order of bands does, because a level is read off their positions.
 */
export function methodologyDiff(before: unknown, after: unknown, path = ''): readonly MethodologyDifference[] {
  if (isTree(before) && isTree(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => methodologyDiff(before[key], after[key], path === '' ? key : `${path}.${key}`))
  }
  if (isTree(before)) return leaves(before, path).map((leaf) => ({ path: leaf.path, before: leaf.value, after: null }))
  if (isTree(after)) return leaves(after, path).map((leaf) => ({ path: leaf.path, before: null, after: leaf.value }))
  const [was, is] = [before ?? null, after ?? null]
  return was === is ? [] : [{ path, before: was, after: is }]
}

type Tree = Readonly<Record<string, unknown>>

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

function leaves(value: unknown, path: string): readonly { readonly path: string; readonly value: unknown }[] {
  if (!isTree(value)) return value === undefined ? [] : [{ path, value }]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
}
