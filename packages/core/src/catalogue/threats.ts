import data from './data/threats.json' with { type: 'json' }
import type { SectorId } from './sectors.ts'

/** 0 not typical, 1 possible, 2 relevant, 3 leading. */
export type Relevance = 0 | 1 | 2 | 3

export const relevanceLabels: Record<Relevance, string> = {
  0: 'not typical',
  1: 'possible',
  2: 'relevant',
  3: 'leading',
}

/** A risk scenario to start from. */
export type Threat = {
  /** `T-ransomware-phishing`. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly category: string
  readonly threatActors: readonly string[]
  /** Ids in attack-techniques.ts. */
  readonly attackTechniques: readonly string[]
  readonly affectedProperties: readonly ('confidentiality' | 'integrity' | 'availability')[]
  /** Annex A ids. */
  readonly mitigatingControls: readonly string[]
  /** Why the expert rated the sectors as below. */
  readonly sectorRationale: string
  readonly expertRelevance: Readonly<Record<SectorId, Relevance>>
}

/** All 91. The cast holds because threats.test.ts checks every vocabulary and reference. */
export const threats = data.threats as readonly Threat[]

const threatById = new Map(threats.map((threat) => [threat.id, threat]))

export function findThreat(id: string): Threat | undefined {
  return threatById.get(id)
}

/** Throws a RangeError for an unknown scenario. */
export function getThreat(id: string): Threat {
  const threat = findThreat(id)
  if (!threat) throw new RangeError(`The catalogue has no threat scenario "${id}"`)
  return threat
}
