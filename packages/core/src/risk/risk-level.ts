import type { ConsequenceBand, LikelihoodBand, MethodologyInput, RiskLevel } from '../chain/chain-snapshot.ts'

export const riskLevels = ['low', 'medium', 'high', 'critical'] as const satisfies readonly RiskLevel[]

export function levelRank(level: RiskLevel): number {
  return riskLevels.indexOf(level)
}

/** Band indices (from 0) and the level they give together. */
export type RiskRating = {
  readonly likelihoodBand: number
  readonly consequenceBand: number
  readonly level: RiskLevel
}

/** Index of the first band that reaches the rate; a band holds its upper bound. */
export function likelihoodBandOf(ratePerYear: number, bands: readonly LikelihoodBand[]): number {
  return bandIndex(
    ratePerYear,
    bands.map((band) => band.upToPerYear),
  )
}

export function consequenceBandOf(lossMinor: number, bands: readonly ConsequenceBand[]): number {
  return bandIndex(
    lossMinor,
    bands.map((band) => band.upToMinor),
  )
}

function bandIndex(value: number, bounds: readonly (number | null)[]): number {
  const index = bounds.findIndex((bound) => bound === null || value <= bound)
  return index === -1 ? Math.max(0, bounds.length - 1) : index
}

/** Level on the methodology's scales of a mean rate (events a year) and a mean loss per event. */
export function rateRisk(
  ratePerYear: number,
  lossMinor: number,
  methodology: Pick<MethodologyInput, 'likelihoodBands' | 'consequenceBands' | 'levelThresholds'>,
): RiskRating {
  const likelihoodBand = likelihoodBandOf(ratePerYear, methodology.likelihoodBands)
  const consequenceBand = consequenceBandOf(lossMinor, methodology.consequenceBands)
  const product = (likelihoodBand + 1) * (consequenceBand + 1)
  return { likelihoodBand, consequenceBand, level: levelOf(product, methodology.levelThresholds) }
}

/** The level of a product of band positions (from 1). */
export function levelOf(product: number, thresholds: MethodologyInput['levelThresholds']): RiskLevel {
  if (product >= thresholds.critical) return 'critical'
  if (product >= thresholds.high) return 'high'
  return product >= thresholds.medium ? 'medium' : 'low'
}
