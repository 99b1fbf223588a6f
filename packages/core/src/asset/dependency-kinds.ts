/** How one asset rests on another. */
export const dependencyKinds = {
  runs_on: 'Runs on',
  kept_in: 'Is kept in',
  fed_by: 'Gets its data from',
  signs_in: 'Signs in by',
  run_by: 'Is run by',
  needs: 'Needs',
} as const
export type DependencyKind = keyof typeof dependencyKinds

export const dependencyKindNames = Object.keys(dependencyKinds) as [DependencyKind, ...DependencyKind[]]
