import { type RankedThreat, rankThreats } from './rank-threats.ts'
import { generalLoss, getRevenueTierProbability, getSectorLoss } from './sector-loss.ts'
import type { SectorId } from './sectors.ts'
import type { Relevance, Threat } from './threats.ts'

/** A scenario's part of a sector's significant incidents, in [0, 1]. */
export type IncidentShare = { readonly ranked: RankedThreat; readonly share: number }

/** Geometric centres of the bands behind the relevance scale: 0.5 to 3, 3 to 10, 10 to 30 % of a sector's incidents. */
const weightOfRelevance: Record<Relevance, number> = {
  0: 0,
  1: Math.sqrt(0.005 * 0.03),
  2: Math.sqrt(0.03 * 0.1),
  3: Math.sqrt(0.1 * 0.3),
}

/** IRIS 2025 counts publicly known cyber incidents: fire, illness, a lost lawsuit or insolvency are not among them. */
const categoriesOutsideStudy = ['Environmental', 'Organisational', 'Legal and compliance']
/** Nor are weaknesses that only make another incident worse. */
const threatsOutsideStudy = ['T-supplier-failure', 'T-late-detection', 'T-clock-logging-gap', 'T-backup-failure']

const ransomwareCategory = 'Ransomware and extortion'

/** Part of all incidents that the ransomware scenarios take together: DBIR 2025, share of breaches. */
export const ransomwareShare = generalLoss.dbir2025.ransomwareShareOfBreaches

/** False where the published frequencies and losses do not speak about the scenario. */
export function isInStudy(threat: Threat): boolean {
  return !categoriesOutsideStudy.includes(threat.category) && !threatsOutsideStudy.includes(threat.id)
}

/**
 * How a sector's significant incidents divide over the scenarios of the study: ransomware takes its measured share, since
 * relevance alone would leave it about a tenth; the others take the rest; in both groups by relevance. Sums to one.
 */
export function shareIncidents(sector: SectorId): readonly IncidentShare[] {
  const covered = rankThreats(sector).filter(({ threat }) => isInStudy(threat))
  const isRansomware = ({ threat }: RankedThreat) => threat.category === ransomwareCategory
  return [
    ...divide(covered.filter(isRansomware), ransomwareShare),
    ...divide(
      covered.filter((ranked) => !isRansomware(ranked)),
      1 - ransomwareShare,
    ),
  ]
}

/**
 * Significant incidents a year (Poisson rate) for a sector and a yearly revenue in US dollars: the geometric mean of
 * the sector's and the size's published rate. Source: IRIS 2025, Figures 7 and 8.
 */
export function significantIncidentsPerYear(sector: SectorId, revenueUsd: number): number {
  const ofSector = getSectorLoss(sector).annualProbabilityOfSignificantIncident.value
  const ofSize = getRevenueTierProbability(revenueUsd).memberTable
  return Math.sqrt(rateOf(ofSector) * rateOf(ofSize))
}

function divide(group: readonly RankedThreat[], whole: number): readonly IncidentShare[] {
  const total = group.reduce((sum, { relevance }) => sum + weightOfRelevance[relevance], 0)
  return group.map((ranked) => ({ ranked, share: (whole * weightOfRelevance[ranked.relevance]) / total }))
}

/** A Poisson process has at least one event a year with probability p at the rate -ln(1 - p). */
function rateOf(probabilityOfAtLeastOne: number): number {
  return -Math.log1p(-probabilityOfAtLeastOne)
}
