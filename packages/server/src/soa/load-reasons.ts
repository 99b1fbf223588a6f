import type { ObligationKind } from '@sinew/core/chain/chain-snapshot.ts'
import { obligationReason, riskReason, type SoaReason } from '@sinew/core/soa/soa-line.ts'
import type { Reader } from '../context.ts'

/** What open risks and obligations need of these controls, as reasons of their lines: what an exclusion is judged by. */
export async function loadReasons(
  db: Reader,
  controlIds: readonly string[],
): Promise<(controlId: string) => readonly SoaReason[]> {
  if (controlIds.length === 0) return () => []
  const risks = await db
    .selectFrom('risk_control')
    .innerJoin('risk', 'risk.id', 'risk_control.risk_id')
    .where('risk_control.control_id', 'in', controlIds)
    .where('risk.status', '<>', 'closed')
    .select(['risk_control.control_id', 'risk.id', 'risk.number', 'risk.title'])
    .distinct()
    .orderBy('risk.number')
    .execute()
  const obligations = await db
    .selectFrom('obligation_control')
    .innerJoin('obligation', 'obligation.id', 'obligation_control.obligation_id')
    .where('obligation_control.control_id', 'in', controlIds)
    .select(['obligation_control.control_id', 'obligation.id', 'obligation.number', 'obligation.title'])
    .select('obligation.kind')
    .orderBy('obligation.number')
    .execute()
  const reasons = [
    ...risks.map((row) => ({ controlId: row.control_id, reason: riskReason(row) })),
    ...obligations.map((row) => ({
      controlId: row.control_id,
      reason: obligationReason({ ...row, kind: row.kind as ObligationKind }),
    })),
  ]
  const byControl = Map.groupBy(reasons, (one) => one.controlId)
  return (controlId) => (byControl.get(controlId) ?? []).map((one) => one.reason)
}
