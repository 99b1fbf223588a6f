import data from './data/vcdb-sector-loss.json' with { type: 'json' }
import type { SectorId } from './sectors.ts'

/** Natural-log moments and quantiles over `n` incidents. */
export type IncidentSample = {
  readonly n: number
  readonly median: number
  readonly p90: number
  readonly lnMean: number
  readonly lnSd: number
}

/** What disclosed incidents of 2010 to 2020 cost, in US dollars, and how many records they touched. */
export type VcdbSectorLoss = {
  readonly sector: SectorId
  readonly lossUSD: IncidentSample
  readonly recordsPerIncident: IncidentSample
}

/** VERIS Community Database, CC BY-SA 4.0. The cast holds because vcdb-sector-loss.test.ts checks the sectors. */
export const vcdbSectorLosses = data.sectors as readonly VcdbSectorLoss[]

/** Losses are known for very few incidents (`n`) and lean towards fines and thefts: a cross-check, not an estimate. */
export function findVcdbSectorLoss(sector: SectorId): VcdbSectorLoss | undefined {
  return vcdbSectorLosses.find((loss) => loss.sector === sector)
}
