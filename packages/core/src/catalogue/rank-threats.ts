import type { SectorId } from './sectors.ts'
import { type Relevance, relevanceLabels, type Threat, threats } from './threats.ts'
import { findVcdbObservation, type VcdbObservation, vcdbAttribution } from './vcdb-relevance.ts'

/** A scenario as it stands in one sector, with the reason a person can read and where it comes from. */
export type RankedThreat = {
  readonly threat: Threat
  /** The higher of the expert rating and the level observed in disclosed incidents. */
  readonly relevance: Relevance
  readonly expertRelevance: Relevance
  readonly observed: VcdbObservation | null
  readonly reason: string
  readonly sources: readonly string[]
}

const expertSource = 'Expert rating of the Sinew catalogue'
const vcdbSource = `${vcdbAttribution.name}, ${vcdbAttribution.licence}`

/** One scenario's relevance in a sector. */
export function rateThreat(threat: Threat, sector: SectorId): RankedThreat {
  const expertRelevance = threat.expertRelevance[sector]
  const observed = findVcdbObservation(threat.id, sector) ?? null
  // Disclosed incidents under-report whole classes (2020 and older, no duty to disclose), so they may only raise.
  const relevance: Relevance = observed && observed.level > expertRelevance ? observed.level : expertRelevance
  return {
    threat,
    relevance,
    expertRelevance,
    observed,
    reason: reasonFor(threat, expertRelevance, observed),
    sources: observed ? [expertSource, vcdbSource] : [expertSource],
  }
}

/**
 * All scenarios for a sector, the most relevant first: by relevance, then expert rating, then share of disclosed
 * incidents, then catalogue order. The same sector always gives the same order.
 */
export function rankThreats(sector: SectorId): readonly RankedThreat[] {
  return threats
    .map((threat) => rateThreat(threat, sector))
    .sort(
      (a, b) =>
        b.relevance - a.relevance ||
        b.expertRelevance - a.expertRelevance ||
        (b.observed?.share ?? 0) - (a.observed?.share ?? 0),
    )
}

function reasonFor(threat: Threat, expertRelevance: Relevance, observed: VcdbObservation | null): string {
  const expert = `Expert rating ${expertRelevance} of 3 (${relevanceLabels[expertRelevance]}).`
  const incidents = observed ? ` ${observedSentence(observed)}` : ''
  // The rationale says where the scenario is at home; beside a low rating it would contradict it.
  const rationale = expertRelevance >= 2 ? ` ${threat.sectorRationale}` : ''
  return `${expert}${incidents}${rationale}`
}

function observedSentence({ matched, incidents, share, window }: VcdbObservation): string {
  const years = window.replace('-', ' to ')
  if (matched === 0) return `None of ${incidents} disclosed incidents of the sector, ${years}, matches.`
  const percent = (share * 100).toFixed(1)
  return `${matched} of ${incidents} disclosed incidents of the sector, ${years}, match (${percent} %).`
}
