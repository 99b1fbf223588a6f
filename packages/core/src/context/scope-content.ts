/** One thing that a scope holds or leaves out, as it was when the version was approved. */
export type ScopePlace = {
  readonly ref: string
  readonly name: string
  readonly inScope: boolean
  readonly reason: string
}

export type ScopeBoundary = {
  readonly kind: 'interface' | 'dependency' | 'exclusion'
  readonly title: string
  readonly reason: string
}

/** Everything a version of the scope says. What is approved holds it, by hash, whatever becomes of the registers. */
export type ScopeContent = {
  readonly organization: string
  readonly title: string
  readonly statement: string
  readonly note: string
  readonly nextReviewAt: string | null
  /** `CH-4`; null where no change stands behind it. */
  readonly change: string | null
  readonly sites: readonly ScopePlace[]
  readonly units: readonly ScopePlace[]
  readonly services: readonly ScopePlace[]
  readonly boundaries: readonly ScopeBoundary[]
}

export const scopeParts = {
  statement: 'Statement',
  site: 'Site',
  unit: 'Unit',
  service: 'Service',
  interface: 'Interface',
  dependency: 'Dependency',
  exclusion: 'Left out',
} as const
export type ScopePart = keyof typeof scopeParts

export type ScopeDifference = {
  readonly part: ScopePart
  /** What differs, by name; empty for the statement. */
  readonly name: string
  /** Empty where it was not there. */
  readonly before: string
  readonly after: string
}

const inWords = ({ inScope, reason }: ScopePlace) =>
  `${inScope ? 'In scope' : 'Out of scope'}${reason && `: ${reason}`}`

/** What the later version says that the earlier does not say, and the other way round. */
export function diffScope(from: ScopeContent, to: ScopeContent): readonly ScopeDifference[] {
  const places = (content: ScopeContent): ReadonlyMap<string, Line> =>
    new Map([
      ...(['sites', 'units', 'services'] as const).flatMap((list) =>
        content[list].map((place): [string, Line] => {
          const part = list.slice(0, -1) as ScopePart
          return [`${part} ${place.ref}`, { part, name: place.name, text: inWords(place) }]
        }),
      ),
      ...content.boundaries.map((one): [string, Line] => [
        `${one.kind} ${one.title}`,
        { part: one.kind, name: one.title, text: one.reason },
      ]),
    ])
  const before = places(from)
  const after = places(to)
  const statement =
    from.statement === to.statement
      ? []
      : [{ part: 'statement' as const, name: '', before: from.statement, after: to.statement }]
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return [
    ...statement,
    ...keys.flatMap((key): readonly ScopeDifference[] => {
      const [old, now] = [before.get(key), after.get(key)]
      if (old?.text === now?.text && old?.name === now?.name) return []
      const { part, name } = now ?? (old as Line)
      return [{ part, name, before: old?.text ?? '', after: now?.text ?? '' }]
    }),
  ]
}

type Line = { readonly part: ScopePart; readonly name: string; readonly text: string }
