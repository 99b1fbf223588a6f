import type { ChainSnapshot, RiskInput } from '../chain/chain-snapshot.ts'
import type { DerivedStanding } from '../chain/derive-standing.ts'

export function openRisks({ risks }: ChainSnapshot): readonly RiskInput[] {
  return risks.filter(({ status }) => status !== 'closed')
}

/** Nobody, or somebody who has left. */
export function isOwnedByNobody({ people }: ChainSnapshot, ownerId: string | null): boolean {
  return ownerId === null || !people.some(({ id, active }) => id === ownerId && active)
}

/** Above what its owner alone may accept. */
export function isUnacceptable({ methodology }: ChainSnapshot, standing: DerivedStanding, risk: RiskInput): boolean {
  const level = standing.risks.find(({ id }) => id === risk.id)?.states?.proven.level
  const right = methodology.acceptanceRights.find((one) => one.level === level)
  return right !== undefined && right.mayAccept !== 'owner'
}
