import type { Interval, RiskInput } from '../chain/chain-snapshot.ts'
import { hashNumbers, hashText } from '../loss/elementary/hash.ts'
import { lognormalFrom90 } from '../loss/lognormal.ts'
import { lossLawOf } from '../loss/loss-law.ts'
import { expectedLoss, leftIn, type SharesOf } from '../loss/price-risk.ts'
import { type EvidenceInput, type RateEvidence, rateEvidence } from './rate-evidence.ts'
import { gammaOf, type RateUpdate, updateRate } from './update-rate.ts'

/** Less than this share of the mean is not worth a decision. */
export const materialChange = 0.1

/** A new estimate of a risk's frequency that follows from what happened, for its owner to decide on. */
export type ProposedUpdate = {
  readonly evidence: RateEvidence
  /** Share of events that the controls, as claimed, let through: what watched years count for. */
  readonly keptShare: number
  readonly before: Interval
  readonly rate: RateUpdate
  /** Expected yearly loss in minor units, inherent and proven, with today's controls. */
  readonly inherentMinor: BeforeAfter
  readonly provenMinor: BeforeAfter
  /** Whether events came more often than believed. */
  readonly isWorse: boolean
  /** Names what is proposed and what it rests on: who decides says what was seen by it. */
  readonly key: string
}

export type BeforeAfter = { readonly before: number; readonly after: number }

/**
 * The gamma update of a risk's frequency by what happened on it since the last one, or null: without a usable estimate, while it is closed, or when nothing
 * material follows. Events happen with controls while the estimate is without any, so a watched year counts for the share that the controls let through as
 * *claimed*: with the proven share, evidence that goes missing would stretch the years and lower the estimate.
 */
export function proposeUpdate(
  risk: RiskInput,
  input: EvidenceInput,
  sharesOf: SharesOf,
  maxReduction: number,
): ProposedUpdate | null {
  const law = lossLawOf(risk)
  const before = risk.frequency
  if (law === null || before === null || risk.status === 'closed') return null
  // A chance of at most one event a year is no rate that counts could update.
  if (risk.frequencyShape !== undefined) return null
  const keptShare = leftIn(risk, sharesOf, 'claimed', maxReduction).frequency.mean
  const prior = priorOf(before)
  const rateOf = (events: number, years: number) =>
    prior === null ? 0 : (prior.shape + events) / (1 / prior.scale + keptShare * years)
  const evidence = rateEvidence(input, rateOf)
  const rate = updateRate(before, evidence.events, keptShare * evidence.years)
  if (rate === null || Math.abs(rate.posteriorMean / rate.priorMean - 1) < materialChange) return null
  const lossIn = (state: 'inherent' | 'proven'): BeforeAfter => {
    const loss = expectedLoss(law, leftIn(risk, sharesOf, state, maxReduction))
    return { before: loss, after: (loss / rate.priorMean) * rate.posteriorMean }
  }
  return {
    evidence,
    keptShare,
    before,
    rate,
    inherentMinor: lossIn('inherent'),
    provenMinor: lossIn('proven'),
    isWorse: rate.posteriorMean > rate.priorMean,
    key: keyOf(before, keptShare, evidence),
  }
}

function priorOf(frequency: Interval) {
  const rate = lognormalFrom90(frequency)
  return rate === null ? null : gammaOf(rate)
}

function keyOf(before: Interval, keptShare: number, { events, occurrenceIds, periods }: RateEvidence): string {
  const numbers = [before.low, before.high, keptShare, events, ...periods.flatMap(({ from, until }) => [from, until])]
  return hashNumbers([...numbers, ...occurrenceIds.map(hashText)])
}
