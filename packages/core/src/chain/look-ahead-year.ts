import { policiesInForce } from '../insurance/insured.ts'
import { scenariosOf } from '../loss/chain-portfolio.ts'
import { appetiteVerdict } from '../portfolio/appetite.ts'
import { borneYear, verdictThatCounts } from '../portfolio/borne-year.ts'
import type { PortfolioPricer } from '../portfolio/portfolio-pricer.ts'
import { type Tail, tailOf } from '../portfolio/tail.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'
import { controlsAtInstants, provenRisk, type TimeSlices, timeSlices } from './time-slice.ts'

/** The year of all risks as it will look at an instant if nobody does anything. */
export type YearAhead = {
  readonly at: number
  readonly claimed: Tail
  readonly proven: Tail
  /** What is left to bear; null where no policy is in force. */
  readonly borne: { readonly claimed: Tail; readonly proven: Tail } | null
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
  for (const at of times) yield yearAt(slices, controlsAt(at), snapshot.policies, pricer, at)
}

function yearAt(
  { risks, methodology }: TimeSlices,
  controlAt: ReturnType<ReturnType<typeof controlsAtInstants>>,
  policies: ChainSnapshot['policies'],
  pricer: PortfolioPricer,
  at: number,
): YearAhead {
  const counted = risks.filter(({ risk }) => risk.status !== 'closed')
  const scenarios = counted.map(({ risk }) => scenariosOf(risk, controlAt, methodology))
  const curves = pricer.price(scenarios)
  const provenMinor = counted.reduce((sum, { risk, law }) => {
    return law === null ? sum : sum + provenRisk(risk, law, controlAt, methodology).expectedMinor
  }, 0)
  const before = appetiteVerdict(methodology.appetite, provenMinor, curves)
  const borne = borneYear(scenarios, policiesInForce(policies, at), methodology.appetite, before, pricer)
  return {
    at,
    claimed: tailOf(curves.claimed),
    proven: tailOf(curves.proven),
    borne: borne === null ? null : { claimed: borne.tail.claimed, proven: borne.tail.proven },
    appetiteRatio: verdictThatCounts(methodology.appetite, before, borne).ratio,
  }
}
