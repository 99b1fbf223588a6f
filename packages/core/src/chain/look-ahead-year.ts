import { scenariosOf } from '../loss/chain-portfolio.ts'
import { appetiteVerdict } from '../portfolio/appetite.ts'
import type { PortfolioPricer } from '../portfolio/portfolio-pricer.ts'
import { type Tail, tailOf } from '../portfolio/tail.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'
import { controlsAtInstants, provenRisk, type TimeSlices, timeSlices } from './time-slice.ts'

/** The year of all risks as it will look at an instant if nobody does anything. */
export type YearAhead = {
  readonly at: number
  readonly claimed: Tail
  readonly proven: Tail
  /** The largest share of what a point of the appetite allows; above 1 it is exceeded. */
  readonly appetiteRatio: number
}

/**
 * The distribution of the year at each instant on the way, equal to what `deriveChain` gives there. One price an instant, so it comes one
 * by one: whoever draws it may do so between two of them.
 */
export function* lookAheadYears(
  snapshot: ChainSnapshot,
  times: readonly number[],
  pricer: PortfolioPricer,
): Generator<YearAhead, void> {
  const slices = timeSlices(snapshot)
  const controlsAt = controlsAtInstants(slices)
  for (const at of times) yield yearAt(slices, controlsAt(at), pricer, at)
}

function yearAt(
  { risks, methodology }: TimeSlices,
  controlAt: ReturnType<ReturnType<typeof controlsAtInstants>>,
  pricer: PortfolioPricer,
  at: number,
): YearAhead {
  const counted = risks.filter(({ risk }) => risk.status !== 'closed')
  const curves = pricer.price(counted.map(({ risk }) => scenariosOf(risk, controlAt, methodology)))
  const provenMinor = counted.reduce((sum, { risk, law }) => {
    return law === null ? sum : sum + provenRisk(risk, law, controlAt, methodology).expectedMinor
  }, 0)
  return {
    at,
    claimed: tailOf(curves.claimed),
    proven: tailOf(curves.proven),
    appetiteRatio: appetiteVerdict(methodology.appetite, provenMinor, curves).ratio,
  }
}
