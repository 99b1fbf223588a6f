import data from './data/vcdb-relevance.json' with { type: 'json' }
import type { SectorId } from './sectors.ts'
import type { Relevance } from './threats.ts'

/** How many of a sector's disclosed incidents match a scenario, counted in the VERIS Community Database. */
export type VcdbObservation = {
  readonly matched: number
  readonly incidents: number
  /** matched / incidents, in [0, 1]. */
  readonly share: number
  /** The share on the relevance scale: 0.5 % and more 1, 3 % and more 2, 10 % and more 3. */
  readonly level: Relevance
  /** Years counted, `2015-2020`; longer where the sector has few incidents. */
  readonly window: string
}

/** To be shown with any figure of this file; what is built from it stays under the same licence. */
export const vcdbAttribution = { name: data.attribution, licence: data.licence, licenceUrl: data.licenceUrl }

type Matched = Readonly<Record<SectorId, number>>

/** The cast holds because vcdb-relevance.test.ts checks that every entry counts all twelve sectors. */
const countsByThreat = new Map(
  Object.entries(data.threats as Readonly<Record<string, { readonly matched: Matched }>>).map(([id, entry]) => [
    id,
    entry.matched,
  ]),
)

/** Undefined where VERIS has no words for the scenario, which says nothing about how often it happens. */
export function findVcdbObservation(threatId: string, sector: SectorId): VcdbObservation | undefined {
  const counts = countsByThreat.get(threatId)
  if (!counts) return undefined
  const { incidents, window } = data.sectors[sector]
  const matched = counts[sector]
  const share = matched / incidents
  return { matched, incidents, share, level: levelOfShare(share), window }
}

function levelOfShare(share: number): Relevance {
  const from = data.levelFromShare
  if (share >= from['3']) return 3
  if (share >= from['2']) return 2
  return share >= from['1'] ? 1 : 0
}
