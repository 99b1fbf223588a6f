/** Entities a derived number can come from; the names the interface uses to link to their pages. */
export const sourceEntities = [
  'evidence',
  'need',
  'control',
  'risk',
  'portfolio',
  'acceptance',
  'soa_line',
  'collector',
  'methodology',
  'obligation',
  'asset',
  'person',
  'action',
  'insurance_policy',
] as const
export type SourceEntity = (typeof sourceEntities)[number]

/** The object a term came from: `ref` is what people say (R-12, A.8.13, E-40), `label` its title. */
export type ObjectSource = {
  readonly entity: SourceEntity
  readonly id: string
  readonly ref: string
  readonly label: string
}

/** `share`: within [0, 1]; `ratio`: from 0 without end; `minor`: minor units of the organisation's currency; `state`: a word, not a number. */
export type ExplanationUnit =
  | 'share'
  | 'ratio'
  | 'minor'
  | 'per_year'
  | 'probability'
  | 'days'
  | 'weight'
  | 'count'
  | 'state'
  | 'date'

/**
 * Why a derived number is what it is: a tree of terms. `value` of the root equals the derived number bit for bit; screen,
 * interface, export and movement show this same tree. `asOf` is in milliseconds since 1970 UTC.
 */
export type Explanation = {
  readonly label: string
  readonly value: number | string | null
  readonly unit: ExplanationUnit
  readonly formula?: string
  readonly source?: ObjectSource
  readonly asOf: number
  readonly terms: readonly Explanation[]
}
