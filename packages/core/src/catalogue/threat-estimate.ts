import type { Interval } from '../chain/chain-snapshot.ts'
import { assumedRevenuePerHeadUsd } from './assumed-revenue.ts'
import { minorDigitsOf } from './currencies.ts'
import {
  type IncidentShare,
  ransomwareShare,
  shareIncidents,
  significantIncidentsPerYear,
} from './incident-frequency.ts'
import { frequencyWithoutControls, ordinaryShare } from './ordinary-controls.ts'
import { getRevenueTierLoss, getRevenueTierProbability, getSectorLoss } from './sector-loss.ts'
import type { SectorId } from './sectors.ts'

export type EstimateRequest = {
  readonly threatId: string
  readonly sector: SectorId
  /** People employed. */
  readonly headcount: number
  /** Revenue of a year in minor units of `currency`; null: assumed from the headcount. */
  readonly yearlyRevenueMinor: number | null
  readonly currency: string
  /** US dollars one unit of `currency` is worth; the table of currencies.ts is a rough start. */
  readonly usdPerUnit: number
}

/** A first guess to edit, never a measurement of the organisation at hand. */
export type SuggestedEstimate = {
  /** Events a year without any control, 90 % interval, two significant digits. */
  readonly frequencyPerYear: Interval
  /** Loss of one event in minor units, 90 % interval, two significant digits, never above the cap. */
  readonly lossMinor: Interval
  /** The most one event is taken to cost: a year's revenue, given or assumed. */
  readonly lossCapMinor: number
  /** Which figures of whom it is made from, what was assumed and what it leaves out. */
  readonly basis: string
}

/** 95 % quantile of the standard normal distribution. */
const z95 = 1.6448536269514722

/** A scenario's part of all incidents is known to half an order of magnitude each way. */
const frequencyHalfRatio = Math.sqrt(10)

/**
 * Frequency and loss to start a risk from. Frequency: the sector's yearly rate of significant incidents times the
 * scenario's part of them, so that all scenarios together add up to the published rate; then taken back to what it would be
 * without the ordinary controls of the organisations it was seen in, since a risk's frequency is inherent. Loss: 5 % and 95 % quantiles of
 * the lognormal for the revenue tier, cut at a year's revenue; size explains more than sector, and multiplying both
 * would count twice.
 *
 * Null where there is no data: a scenario that is unknown, outside the study or not typical of the sector, and a
 * revenue below the smallest loss of its tier. Throws a RangeError for a rate, revenue, headcount or sector that cannot
 * be.
 *
 * Source: sector-loss.json (IRIS 2025 Figures 7 and 8, Table 1; DBIR 2025).
 */
export function suggestEstimate(request: EstimateRequest): SuggestedEstimate | null {
  const { sector, currency, usdPerUnit } = request
  requirePositive('usdPerUnit', usdPerUnit)
  const minorPerUsd = 10 ** minorDigitsOf(currency) / usdPerUnit
  const revenue = revenueOf(request, minorPerUsd)
  const ratePerYear = significantIncidentsPerYear(sector, revenue.usd)
  const part = shareIncidents(sector).find(({ ranked }) => ranked.threat.id === request.threatId)
  if (!part || part.share === 0) return null

  const lossCapMinor = Math.round(revenue.usd * minorPerUsd)
  const { mu, sigma } = getRevenueTierLoss(revenue.usd).lognormal
  const low = roundMinor(Math.exp(mu - z95 * sigma) * minorPerUsd)
  const high = Math.min(roundMinor(Math.exp(mu + z95 * sigma) * minorPerUsd), lossCapMinor)
  if (low >= high) return null

  const without = frequencyWithoutControls(request.threatId)
  return {
    frequencyPerYear: frequencyAround(ratePerYear * part.share * without),
    lossMinor: { low, high },
    lossCapMinor,
    basis: [
      ...frequencyBasis(sector, revenue, part, ratePerYear),
      ordinaryBasis(ratePerYear * part.share, without),
      ...lossBasis(sector, revenue),
      `Converted at ${usdPerUnit} USD for 1 ${currency}.`,
      'Many incidents stay unknown, and losses are taken as seen, with whatever lessened them. Order of magnitude: edit.',
    ].join(' '),
  }
}

/** US dollars a year and how they are known, for the basis. */
type Revenue = { readonly usd: number; readonly known: string }

function revenueOf({ yearlyRevenueMinor, headcount }: EstimateRequest, minorPerUsd: number): Revenue {
  requirePositive('headcount', headcount)
  if (yearlyRevenueMinor === null) {
    const known = `assumed from ${headcount.toLocaleString('en-US')} people at ${usdText(assumedRevenuePerHeadUsd)} a head`
    return { usd: headcount * assumedRevenuePerHeadUsd, known }
  }
  requirePositive('yearlyRevenueMinor', yearlyRevenueMinor)
  return { usd: yearlyRevenueMinor / minorPerUsd, known: 'as given' }
}

/** 90 % interval of the lognormal whose mean is `expected`: the means of the scenarios still add up. */
function frequencyAround(expected: number): Interval {
  const sigma = Math.log(frequencyHalfRatio) / z95
  const median = expected * Math.exp((-sigma * sigma) / 2)
  return {
    low: Number((median / frequencyHalfRatio).toPrecision(2)),
    high: Number((median * frequencyHalfRatio).toPrecision(2)),
  }
}

function frequencyBasis(sector: SectorId, revenue: Revenue, part: IncidentShare, ratePerYear: number) {
  const ofSector = getSectorLoss(sector).annualProbabilityOfSignificantIncident
  const ofSize = getRevenueTierProbability(revenue.usd)
  return [
    `Frequency: a significant cyber incident hits ${percent(ofSector.value)} of the sector's organisations a year (${ofSector.source}) and ${percent(ofSize.memberTable)} of those with ${ofSize.tier} USD revenue (IRIS 2025); the geometric mean is ${ratePerYear.toPrecision(2)} a year.`,
    `Ransomware takes ${percent(ransomwareShare)} of it (DBIR 2025, share of breaches), all other scenarios the rest, each by its relevance in the sector; this one (relevance ${part.ranked.relevance} of 3) takes ${percent(part.share)}, give or take half an order of magnitude.`,
  ]
}

/** Observed is not inherent: which way and how far the figure was moved, for whoever edits it. */
function ordinaryBasis(observed: number, without: number): string {
  const seen = `That is ${observed.toPrecision(2)} a year in organisations with ordinary controls`
  const share = `${Math.round(ordinaryShare * 100)} %`
  return without === 1
    ? `${seen}; no control that makes it rarer is suggested, so it is taken as it is.`
    : `${seen}, taken as ${share} of what the suggested controls do; without any control ${without.toPrecision(2)} times as often.`
}

function lossBasis(sector: SectorId, revenue: Revenue) {
  const tier = getRevenueTierLoss(revenue.usd)
  const ofSector = getSectorLoss(sector).loss
  return [
    `Loss: an incident at ${tier.tier} USD revenue, whatever its cause, costs ${usdText(tier.p50)} in the median and ${usdText(tier.p95)} in the worst of twenty (${tier.source}).`,
    ...(ofSector
      ? [`For comparison, the sector's median over all sizes: ${usdText(ofSector.p50)} (${ofSector.source}).`]
      : []),
    `Capped at a year's revenue, ${revenue.known}.`,
  ]
}

function requirePositive(name: string, value: number): void {
  if (!(value > 0) || !Number.isFinite(value)) throw new RangeError(`${name} must be more than zero, not ${value}`)
}

function roundMinor(minor: number): number {
  return Math.round(Number(minor.toPrecision(2)))
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function usdText(amount: number): string {
  return `${amount.toLocaleString('en-US')} USD`
}
