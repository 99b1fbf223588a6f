import data from './data/sector-loss.json' with { type: 'json' }
import type { SectorId } from './sectors.ts'

/** ln(loss in US dollars) ~ normal(mu, sigma). */
export type LognormalFit = { readonly mu: number; readonly sigma: number; readonly method: string }

/** What public reports say about one sector; null where no figure was seen. */
export type SectorLoss = {
  readonly sector: SectorId
  readonly annualProbabilityOfSignificantIncident: {
    readonly value: number
    readonly year: number
    readonly source: string
  }
  /** Loss of one incident over firms of all sizes: the tail is far too wide for one firm, so cap it. */
  readonly loss: {
    readonly p50: number
    readonly p90: number
    readonly currency: string
    readonly year: number
    readonly source: string
    readonly lognormal: LognormalFit & { readonly impliedMean: number; readonly caution?: string }
  } | null
  readonly lossNote: string | null
  readonly meanBenchmarks: readonly { readonly meanUSD: number; readonly source: string }[]
}

/** Loss of one incident for firms with revenue below `upToUSD` (null: no upper bound). */
export type RevenueTierLoss = {
  readonly tier: string
  readonly upToUSD: number | null
  readonly p50: number
  readonly p95: number
  readonly currency: string
  readonly source: string
  readonly lognormal: LognormalFit
}

/** Probability of at least one significant incident a year, by revenue; two public readings of one report. */
export type RevenueTierProbability = {
  readonly tier: string
  readonly upToUSD: number | null
  readonly memberTable: number
  readonly figure7Reading: number | null
}

/** Reports the figures come from, how they were read and under which terms they are quoted. */
export const lossSources = data.sources

/** In the order of sectors.ts. The cast holds because sector-loss.test.ts checks the sectors. */
export const sectorLosses = data.sectors as readonly SectorLoss[]

/** Figures over all sectors: by revenue, by event type, claims, trends. */
export const generalLoss = data.general

/** Throws a RangeError for an unknown sector. */
export function getSectorLoss(sector: SectorId): SectorLoss {
  const loss = sectorLosses.find((candidate) => candidate.sector === sector)
  if (!loss) throw new RangeError(`No loss figures for sector "${sector}"`)
  return loss
}

export function getRevenueTierLoss(revenueUsd: number): RevenueTierLoss {
  return tierOf(data.general.byRevenue, revenueUsd)
}

export function getRevenueTierProbability(revenueUsd: number): RevenueTierProbability {
  return tierOf(data.general.annualProbabilityByRevenue.tiers, revenueUsd)
}

/** Tiers ascend and the last has no upper bound. Throws a RangeError when the revenue is not a number. */
function tierOf<T extends { readonly upToUSD: number | null }>(tiers: readonly T[], revenueUsd: number): T {
  const tier = tiers.find(({ upToUSD }) => upToUSD === null || revenueUsd < upToUSD)
  if (!tier || !(revenueUsd >= 0)) throw new RangeError(`Revenue must be zero or more US dollars, not ${revenueUsd}`)
  return tier
}
