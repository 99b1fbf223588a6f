import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { type DerivedStanding, deriveStanding } from '@sinew/core/chain/derive-standing.ts'
import { type RiskSituation, riskSituation } from '@sinew/core/risk/risk-situation.ts'
import { loadSnapshot } from '../chain/load-snapshot.ts'
import type { Reader } from '../context.ts'
import { notFound } from '../errors.ts'

export type RiskSituations = {
  readonly snapshot: ChainSnapshot
  readonly chain: DerivedStanding
  readonly of: (riskId: string) => RiskSituation
}

/** What the rules of a risk's life look at, derived now: a decision never rests on numbers that were written down before. */
export async function loadRiskSituations(db: Reader, at: Date): Promise<RiskSituations> {
  const snapshot = await loadSnapshot({ db, asOf: null })
  const chain = deriveStanding(snapshot, at.getTime())
  return {
    snapshot,
    chain,
    of: (riskId) => {
      const situation = riskSituation(snapshot, chain, riskId)
      if (situation === undefined) throw notFound('risk')
      return situation
    },
  }
}
