import data from './data/crosswalks.json' with { type: 'json' }

export type CrosswalkFrameworkId =
  | 'nist-csf-2.0'
  | 'cis-controls-v8.1'
  | 'soc2-tsc-2017-rev2022'
  | 'nis2-art21'
  | 'nis2-ir-2024-2690'
  | 'dora'
  | 'gdpr'

export type CrosswalkOrigin = 'nist' | 'enisa' | 'own'

/** "Related to", never "fulfils": meeting one side proves nothing about the other. */
export type CrosswalkEntry = {
  /** An Annex A id or a clause number. */
  readonly iso: string
  readonly targets: readonly string[]
  readonly origin: CrosswalkOrigin
}

export type CrosswalkFramework = {
  readonly id: CrosswalkFrameworkId
  readonly title: string
  readonly source: string
  readonly licence: string
  /** Every id of the framework that the crosswalk knows. */
  readonly targets: readonly string[]
  /** Short own labels, where ids alone would not speak. */
  readonly labels: Readonly<Record<string, string>>
  readonly controls: readonly CrosswalkEntry[]
  readonly clauses: readonly CrosswalkEntry[]
}

export type CrosswalkTarget = {
  readonly frameworkId: CrosswalkFrameworkId
  readonly target: string
  readonly label: string | null
  readonly origin: CrosswalkOrigin
}

/** The casts through unknown hold because crosswalks.test.ts checks ids, origins, labels and references. */
export const crosswalkFrameworks = data.frameworks as unknown as readonly CrosswalkFramework[]

/** Throws a RangeError for a framework without a crosswalk. */
export function getCrosswalkFramework(id: CrosswalkFrameworkId): CrosswalkFramework {
  const framework = crosswalkFrameworks.find((candidate) => candidate.id === id)
  if (!framework) throw new RangeError(`No crosswalk to framework "${id}"`)
  return framework
}

/** What an Annex A control or a clause is related to in every framework, in the order of the frameworks. */
export function listCrosswalkTargets(iso: string): readonly CrosswalkTarget[] {
  return crosswalkFrameworks.flatMap((framework) =>
    [...framework.controls, ...framework.clauses]
      .filter((entry) => entry.iso === iso)
      .flatMap((entry) =>
        entry.targets.map((target) => ({
          frameworkId: framework.id,
          target,
          label: framework.labels[target] ?? null,
          origin: entry.origin,
        })),
      ),
  )
}

/** The other direction: Annex A ids and clauses related to one requirement of a framework. */
export function listIsoIdsOfTarget(frameworkId: CrosswalkFrameworkId, target: string): readonly string[] {
  const { controls, clauses } = getCrosswalkFramework(frameworkId)
  return [...controls, ...clauses].filter((entry) => entry.targets.includes(target)).map((entry) => entry.iso)
}
