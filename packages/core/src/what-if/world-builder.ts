import type { ChainSnapshot, RiskInput } from '../chain/chain-snapshot.ts'
import { type Cover, coverOf, insured } from '../insurance/insured.ts'
import { scenarioOf } from '../loss/chain-portfolio.ts'
import type { LossState } from '../loss/loss-state.ts'
import type { Portfolio, Scenario } from '../loss/model/portfolio.ts'
import { countedShare, type SharesOf } from '../loss/price-risk.ts'
import { risksInIdOrder } from '../risk/risks-in-id-order.ts'

type Chain = Pick<ChainSnapshot, 'risks' | 'methodology'>

/**
 * Makes portfolios of one chain for one changed world after another. A risk about which nothing changed keeps its scenario as the same object,
 * which is how the engine sees what it need not do again.
 */
export function worldBuilder(chain: Chain, state: LossState = 'proven') {
  const risks = risksInIdOrder(chain.risks)
  const known = new Map<string, { readonly key: string; readonly scenario: Scenario | null }>()
  const scenario = (risk: RiskInput, sharesOf: SharesOf, perEvent: readonly Cover[]): Scenario | null => {
    const cover = coverOf(perEvent, risk.id)
    const key = keyOf(risk, sharesOf, state, cover)
    const before = known.get(risk.id)
    if (before?.key === key) return before.scenario
    const made = scenarioIn(risk, sharesOf, cover)
    known.set(risk.id, { key, scenario: made })
    return made
  }
  /** One risk, without remembering it. */
  const scenarioIn = (risk: RiskInput, sharesOf: SharesOf, cover?: Cover): Scenario | null => {
    const plain = scenarioOf(risk, sharesOf, state, chain.methodology)
    if (plain === null || cover === undefined) return plain
    return insured({ scenarios: [plain] }, [cover]).scenarios[0] ?? null
  }
  const portfolio = (sharesOf: SharesOf, covers: readonly Cover[] = []): Portfolio => {
    const perEvent = covers.filter(({ per }) => per === 'event')
    const scenarios = risks.flatMap((risk) => scenario(risk, sharesOf, perEvent) ?? [])
    return insured(
      { scenarios },
      covers.filter(({ per }) => per === 'year'),
    )
  }
  return { portfolio, scenarioIn }
}

function keyOf(risk: RiskInput, sharesOf: SharesOf, state: LossState, cover: Cover | undefined): string {
  const shares = risk.links.map(({ controlId }) => countedShare(sharesOf(controlId), state))
  return cover === undefined ? shares.join() : `${shares.join()}|${cover.deductibleMinor}|${cover.limitMinor}`
}
