import type { ChainSnapshot, MethodologyInput, RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import { type DerivedControl, deriveControl } from '@sinew/core/control/derive-control.ts'
import { gradients } from '@sinew/core/loss/attribution/gradients.ts'
import { tailShares } from '@sinew/core/loss/attribution/tail-shares.ts'
import { controlIdOf } from '@sinew/core/loss/chain-portfolio.ts'
import { asPart, type Steps } from '@sinew/core/loss/exact/in-steps.ts'
import { type AppetiteConfidence, appetiteConfidence } from '@sinew/core/loss/uncertainty/appetite-confidence.ts'
import { type LossBand, lossBandInSteps } from '@sinew/core/loss/uncertainty/loss-band.ts'
import type { EpistemicBand } from '../ui/chart/LossCurve.tsx'
import type { LivePortfolio } from './live-portfolio.ts'
import { nothingTried, type Trial } from './trial.ts'

/** A risk's part of the mean of the worst years. */
export type RiskShare = { readonly riskId: string; readonly minor: number; readonly share: number }

/** What one year in ten exceeds when one thing is at either of its ends, all else as it is. */
export type Swing = {
  readonly kind: 'control' | 'risk'
  readonly id: string
  /** The lower and the higher amount, minor units. */
  readonly lowMinor: number
  readonly highMinor: number
}

/** What drives the tail of the proven year, and what would move it. */
export type TailDrivers = {
  /** Of the worst year in twenty; largest first. */
  readonly shares: readonly RiskShare[]
  /** Largest first. */
  readonly swings: readonly Swing[]
  /** What is not known about the proven curve, apart from chance. */
  readonly band: EpistemicBand
  /** How sure one can be that the appetite is kept. */
  readonly confidence: AppetiteConfidence
}

type Appetite = MethodologyInput['appetite']

const tail = 0.95
const swung = 0.9
const mostPriced = 10
const mostShown = 10

/**
 * From the proven portfolio on coarse lattices, right to about 1e-4. Which things are worth pricing at their ends is chosen by slope times reach.
 * Yields the share that is done; leaves the portfolio as it was.
 */
export function* tailDriversInSteps(live: LivePortfolio, snapshot: ChainSnapshot, at: number): Steps<TailDrivers> {
  const portfolio = live.portfolio('proven')
  const parts = tailShares(portfolio, tail)
  yield 0.2
  const total = parts.reduce((sum, part) => sum + part.tvar, 0)
  const shares = parts
    .map(({ id, tvar }) => ({ riskId: id, minor: tvar, share: total > 0 ? tvar / total : 0 }))
    .sort((a, b) => b.minor - a.minor)
  const slopes = gradients(
    portfolio,
    { kind: 'var', p: swung },
    { keyOf: (_scenario, _control, id) => controlIdOf(id) },
  )
  yield 0.4
  const ends = [
    ...worthPricing(snapshot.controls.map((control) => endsOfControl(deriveControl(control, at), slopes.byControl))),
    ...worthPricing(snapshot.risks.map((risk) => endsOfRisk(risk, slopes.byScenario))),
  ]
  const swings: Swing[] = []
  for (const [k, { kind, id, trials }] of ends.entries()) {
    const amounts: number[] = []
    for (const trial of trials) {
      amounts.push(live.change({ ...nothingTried(at), ...trial }).proven.quantile(swung))
      yield 0.4 + (0.3 * (k + 0.5)) / ends.length
    }
    swings.push({ kind, id, lowMinor: Math.min(...amounts), highMinor: Math.max(...amounts) })
  }
  live.change(nothingTried(at))
  const band = yield* asPart(lossBandInSteps(portfolio), 0.7, 1)
  const { amounts, low, high } = band
  const reach = ({ lowMinor, highMinor }: Swing) => highMinor - lowMinor
  const largest = swings.sort((a, b) => reach(b) - reach(a)).slice(0, mostShown)
  const confidence = confidenceOf(band, snapshot.methodology.appetite)
  return { shares, swings: largest, band: { amounts, low, high }, confidence }
}

function confidenceOf(band: LossBand, { points, yearlyLossMinor }: Appetite): AppetiteConfidence {
  const limits = points.map(({ amountMinor, probability }) => ({ amount: amountMinor, probability }))
  return appetiteConfidence(band, limits, yearlyLossMinor)
}

type Ends = {
  readonly kind: Swing['kind']
  readonly id: string
  /** Slope times reach: about how far it moves the amount. */
  readonly about: number
  readonly trials: readonly Partial<Trial>[]
}

function worthPricing(all: readonly (Ends | null)[]): readonly Ends[] {
  return all
    .filter((ends) => ends !== null && ends.about > 0)
    .sort((a, b) => (b?.about ?? 0) - (a?.about ?? 0))
    .slice(0, mostPriced)
    .filter((ends) => ends !== null)
}

/** Nothing of it proven, and all of it that is in place. */
function endsOfControl(control: DerivedControl, slopes: ReadonlyMap<string, number>): Ends | null {
  const { id, applicable, claimedShare } = control
  if (!applicable || claimedShare === 0) return null
  const about = Math.abs(slopes.get(id) ?? 0) * claimedShare
  return { kind: 'control', id, about, trials: [{ assurances: { [id]: 0 } }, { assurances: { [id]: claimedShare } }] }
}

/** As seldom, and as often, as its estimate thinks possible. */
function endsOfRisk(risk: RiskInput, slopes: ReadonlyMap<string, number>): Ends | null {
  const { id, frequency, lossMinor, lossCapMinor } = risk
  if (frequency === null) return null
  const trial = (rate: number): Partial<Trial> => ({
    estimates: { [id]: { frequency: { low: rate, high: rate }, lossMinor, lossCapMinor } },
  })
  const about = Math.abs(slopes.get(id) ?? 0) * (frequency.high - frequency.low)
  return { kind: 'risk', id, about, trials: [trial(frequency.low), trial(frequency.high)] }
}
