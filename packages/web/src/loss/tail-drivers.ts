import type { ChainSnapshot, MethodologyInput, RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import { type DerivedControl, deriveControl } from '@sinew/core/control/derive-control.ts'
import { insured, policiesInForce } from '@sinew/core/insurance/insured.ts'
import { gradients } from '@sinew/core/loss/attribution/gradients.ts'
import { type Swing, type SwingInput, swingsInSteps } from '@sinew/core/loss/attribution/swings.ts'
import { tailShares } from '@sinew/core/loss/attribution/tail-shares.ts'
import { controlIdOf } from '@sinew/core/loss/chain-portfolio.ts'
import { asPart, type Steps } from '@sinew/core/loss/exact/in-steps.ts'
import type { Portfolio } from '@sinew/core/loss/model/portfolio.ts'
import { type AppetiteConfidence, appetiteConfidence } from '@sinew/core/loss/uncertainty/appetite-confidence.ts'
import { type LossBand, lossBandInSteps } from '@sinew/core/loss/uncertainty/loss-band.ts'
import { yearPricer } from '@sinew/core/portfolio/year-pricer.ts'
import type { EpistemicBand } from '../ui/chart/LossCurve.tsx'
import type { CurvePoints } from '../ui/chart/loss-curve-points.ts'
import type { LivePortfolio } from './live-portfolio.ts'
import { sampleCurve } from './sample-curve.ts'
import { nothingTried, type Trial } from './trial.ts'

/** A risk's part of the mean of the worst years. */
export type RiskShare = { readonly riskId: string; readonly minor: number; readonly share: number }

/** What one year in ten exceeds, in minor units, with nothing of a control proven and all of it, or with a risk as seldom and as often as estimated. */
export type TailSwing = Swing<'control' | 'risk'>

/** What drives the tail of the proven year, and what would move it. */
export type TailDrivers = {
  /** Of the worst year in twenty; largest first. */
  readonly shares: readonly RiskShare[]
  /** Largest first. */
  readonly swings: readonly TailSwing[]
  /** What is not known about the proven curve, apart from chance. */
  readonly band: EpistemicBand
  /** How sure one can be that the appetite is kept. */
  readonly confidence: AppetiteConfidence
  /** What of the proven year is left beside what the policies in force pay; null without any. */
  readonly borne: CurvePoints | null
}

type Appetite = MethodologyInput['appetite']

const tail = 0.95
const swung = 0.9
const mostPriced = 20
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
  const priced = (trial: Partial<Trial>) => live.change({ ...nothingTried(at), ...trial }).proven.quantile(swung)
  const inputs = [
    ...snapshot.controls.map((control) => controlInput(deriveControl(control, at), slopes.byControl, priced)),
    ...snapshot.risks.map((risk) => riskInput(risk, slopes.byScenario, priced)),
  ].filter((input) => input !== null)
  const swings = yield* asPart(swingsInSteps(inputs, mostPriced), 0.4, 0.7)
  live.change(nothingTried(at))
  const band = yield* asPart(lossBandInSteps(portfolio), 0.7, 1)
  const { amounts, low, high } = band
  const confidence = confidenceOf(band, snapshot.methodology.appetite)
  const borne = borneOf(portfolio, snapshot, at)
  return { shares, swings: swings.slice(0, mostShown), band: { amounts, low, high }, confidence, borne }
}

function borneOf(proven: Portfolio, { policies }: ChainSnapshot, at: number): CurvePoints | null {
  const covers = policiesInForce(policies, at)
  return covers.length === 0 ? null : sampleCurve(yearPricer()(insured(proven, covers)))
}

function confidenceOf(band: LossBand, { points, yearlyLossMinor }: Appetite): AppetiteConfidence {
  const limits = points.map(({ amountMinor, probability }) => ({ amount: amountMinor, probability }))
  return appetiteConfidence(band, limits, yearlyLossMinor)
}

type Input = SwingInput<TailSwing['kind']>
type Priced = (trial: Partial<Trial>) => number

/** Nothing of it proven, and all of it that is in place. */
function controlInput(control: DerivedControl, slopes: ReadonlyMap<string, number>, priced: Priced): Input | null {
  const { id, applicable, claimedShare } = control
  if (!applicable || claimedShare === 0) return null
  const about = Math.abs(slopes.get(id) ?? 0) * claimedShare
  const at: Input['at'] = (end) => priced({ assurances: { [id]: end === 'low' ? 0 : claimedShare } })
  return { kind: 'control', id, about, at }
}

/** As seldom, and as often, as its estimate thinks possible. */
function riskInput(risk: RiskInput, slopes: ReadonlyMap<string, number>, priced: Priced): Input | null {
  const { id, frequency, lossMinor, lossCapMinor } = risk
  if (frequency === null) return null
  const about = Math.abs(slopes.get(id) ?? 0) * (frequency.high - frequency.low)
  const at: Input['at'] = (end) => {
    const rate = frequency[end]
    return priced({ estimates: { [id]: { frequency: { low: rate, high: rate }, lossMinor, lossCapMinor } } })
  }
  return { kind: 'risk', id, about, at }
}
