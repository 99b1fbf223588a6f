import { assumedRevenuePerHeadUsd } from '../catalogue/assumed-revenue.ts'
import { minorDigitsOf } from '../catalogue/currencies.ts'
import { significantIncidentsPerYear } from '../catalogue/incident-frequency.ts'
import { generalLoss, getRevenueTierLoss, getSectorLoss } from '../catalogue/sector-loss.ts'
import { getSectorLabel, type SectorId } from '../catalogue/sectors.ts'
import { suggestEstimate } from '../catalogue/threat-estimate.ts'
import { findVcdbSectorLoss } from '../catalogue/vcdb-sector-loss.ts'
import type { Interval } from '../chain/chain-snapshot.ts'
import { exp } from '../loss/elementary/exponential.ts'
import { log } from '../loss/elementary/logarithm.ts'
import { z95 } from '../loss/lognormal.ts'

/** Something published to hold a range against, or to start from. Losses in minor units, frequencies in events a year. */
export type Anchor = {
  readonly id: string
  readonly label: string
  /** The middle of what was published. */
  readonly middle: number
  /** As a 90 % interval, two significant digits; null where only one figure is known. */
  readonly range: Interval | null
  readonly source: string
  /** What it leaves out or mixes. */
  readonly note: string
}

/** What the catalogue knows about an organisation of this sector and size. */
export type EstimateAnchors = {
  readonly losses: readonly Anchor[]
  readonly frequencies: readonly Anchor[]
  /** A year's revenue; `known` says how: `as given`, or assumed from the number of people. */
  readonly revenue: { readonly minor: number; readonly known: string }
  /** The largest insurance claim of organisations of this size. */
  readonly largestClaim: {
    readonly amountMinor: number
    readonly claims: number
    readonly tier: string
    readonly source: string
  } | null
  /** Significant incidents of any kind: how often, and what the middle one costs. */
  readonly significant: { readonly perYear: number; readonly medianMinor: number; readonly source: string }
}

export type AnchorRequest = {
  readonly sector: SectorId
  /** People employed. */
  readonly headcount: number
  /** Revenue of a year in minor units; null: assumed from the headcount. */
  readonly yearlyRevenueMinor: number | null
  readonly currency: string
  /** US dollars one unit of `currency` is worth. */
  readonly usdPerUnit: number
  /** The catalogue's scenario the risk was made from, if any. */
  readonly threatId: string | null
  readonly category: string
}

const z90 = 1.2815515655446004
/** Fewer losses than this make no range. */
const fewestIncidents = 10

/**
 * Anchors for a risk's two ranges from the shipped catalogue: the organisation's size, its sector, the kind of event, and the
 * catalogue's own suggestion for the scenario. Sources: IRIS 2025, NetDiligence 2025, VERIS Community Database; every anchor names its own.
 */
export function estimateAnchors(request: AnchorRequest): EstimateAnchors {
  const minorPerUsd = 10 ** minorDigitsOf(request.currency) / request.usdPerUnit
  const given = request.yearlyRevenueMinor
  const revenueUsd = given === null ? request.headcount * assumedRevenuePerHeadUsd : given / minorPerUsd
  const revenue = {
    minor: given ?? Math.round(revenueUsd * minorPerUsd),
    known: given === null ? '(assumed from the number of people)' : '(as given)',
  }
  const tier = getRevenueTierLoss(revenueUsd)
  const claims = claimTiers.find(({ upToUsd }) => revenueUsd < upToUsd)
  const tierClaims = generalLoss.claimsByRevenue.find((one) => one.tier === claims?.tier)
  return {
    losses: lossAnchors(request, revenueUsd, minorPerUsd),
    frequencies: frequencyAnchors(request, revenueUsd),
    revenue,
    largestClaim: tierClaims
      ? {
          amountMinor: Math.round(tierClaims.maxUSD * minorPerUsd),
          claims: tierClaims.claims,
          tier: tierClaims.tier,
          source: tierClaims.source,
        }
      : null,
    significant: {
      perYear: significantIncidentsPerYear(request.sector, revenueUsd),
      medianMinor: Math.round(tier.p50 * minorPerUsd),
      source: 'IRIS 2025',
    },
  }
}

/** Upper bounds of NetDiligence's tiers; the last of them ends at 100 billion. */
const claimTiers = [
  { tier: '<50M', upToUsd: 50e6 },
  { tier: '50M-300M', upToUsd: 300e6 },
  { tier: '300M-2B', upToUsd: 2e9 },
  { tier: '2B-10B', upToUsd: 10e9 },
  { tier: '10B-100B', upToUsd: 100e9 },
] as const

function lossAnchors({ sector, category }: AnchorRequest, revenueUsd: number, minorPerUsd: number): readonly Anchor[] {
  const anchor = (
    id: string,
    label: string,
    medianUsd: number,
    sigma: number,
    source: string,
    note: string,
  ): Anchor => ({
    id,
    label,
    middle: Math.round(medianUsd * minorPerUsd),
    range: lossRange(medianUsd, sigma, revenueUsd, minorPerUsd),
    source,
    note,
  })
  const tier = getRevenueTierLoss(revenueUsd)
  const ofSector = getSectorLoss(sector).loss
  const disclosed = findVcdbSectorLoss(sector)?.lossUSD
  const ransomware = generalLoss.byEventType.find(({ event }) => event === 'ransomware')
  const capped = 'Never beyond a year’s revenue.'
  return [
    anchor('size', `An incident at ${tier.tier} USD revenue`, tier.p50, tier.lognormal.sigma, tier.source, capped),
    ...(ransomware !== undefined && category === 'Ransomware and extortion'
      ? [
          anchor(
            'event',
            'A ransomware incident, all sizes',
            ransomware.p50,
            ransomware.lognormal.sigma,
            ransomware.source,
            `Mixes organisations of all sizes. ${capped}`,
          ),
        ]
      : []),
    ...(ofSector
      ? [
          anchor(
            'sector',
            `${getSectorLabel(sector)}, all sizes`,
            ofSector.p50,
            ofSector.lognormal.sigma,
            ofSector.source,
            `Mixes organisations of all sizes, so it is wide. ${capped}`,
          ),
        ]
      : []),
    ...(disclosed !== undefined && disclosed.n >= fewestIncidents
      ? [
          anchor(
            'disclosed',
            `${disclosed.n} disclosed incidents of the sector`,
            disclosed.median,
            log(disclosed.p90 / disclosed.median) / z90,
            'VERIS Community Database, 2010 to 2020, CC BY-SA 4.0',
            `Leans towards reported fines and thefts. ${capped}`,
          ),
        ]
      : []),
  ]
}

/** 90 % interval of the lognormal, its upper end no higher than a year's revenue; null where that leaves nothing. */
function lossRange(medianUsd: number, sigma: number, revenueUsd: number, minorPerUsd: number): Interval | null {
  const low = roundMinor(medianUsd * exp(-z95 * sigma) * minorPerUsd)
  const high = roundMinor(Math.min(medianUsd * exp(z95 * sigma), revenueUsd) * minorPerUsd)
  return low > 0 && low < high ? { low, high } : null
}

function frequencyAnchors(request: AnchorRequest, revenueUsd: number): readonly Anchor[] {
  const perYear = significantIncidentsPerYear(request.sector, revenueUsd)
  const suggested = request.threatId === null ? null : suggestEstimate({ ...request, threatId: request.threatId })
  const any: Anchor = {
    id: 'any',
    label: 'Any significant incident, with ordinary controls',
    middle: perYear,
    range: null,
    source: `IRIS 2025 (${getSectorLabel(request.sector)}, your size)`,
    note: 'All kinds of cyber incidents together: one scenario is a part of it, and without controls it is more often.',
  }
  if (suggested === null) return [any]
  const { low, high } = suggested.frequencyPerYear
  const scenario: Anchor = {
    id: 'scenario',
    label: 'This scenario without any control',
    middle: Math.sqrt(low * high),
    range: { low, high },
    source: 'IRIS 2025, DBIR 2025',
    note: 'Its part of all incidents by relevance in the sector, taken back to what it would be without the usual controls.',
  }
  return [scenario, any]
}

function roundMinor(minor: number): number {
  return Math.round(Number(minor.toPrecision(2)))
}
