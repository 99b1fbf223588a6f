import {
  acceptanceFacts,
  collectorFacts,
  controlFacts,
  type Fact,
  riskFacts,
  sumFacts,
  yearFacts,
} from '../movement/facts.ts'
import type { DerivedChain } from './derive-chain.ts'

/** Every derived number and word of a chain that a movement can be about, and an explanation can be asked for. */
export function chainFacts(chain: DerivedChain, organizationId: string): readonly Fact[] {
  const numbers = new Map(chain.risks.map((risk) => [risk.id, risk.number]))
  return [
    ...chain.collectors.flatMap(collectorFacts),
    ...chain.controls.flatMap(controlFacts),
    ...chain.risks.flatMap(riskFacts),
    ...sumFacts(chain.portfolio, organizationId),
    ...yearFacts(chain.portfolio, organizationId, chain.currency),
    ...chain.acceptances.flatMap((acceptance) => acceptanceFacts(acceptance, numbers.get(acceptance.riskId) ?? null)),
  ]
}
