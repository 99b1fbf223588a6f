import type { Control } from '@sinew/contract/control/control-contract.ts'
import type { Reader } from '../context.ts'

export async function findServedRisks(db: Reader, controlId: string): Promise<Control['risks']> {
  const links = await db
    .selectFrom('risk_control')
    .innerJoin('risk', 'risk.id', 'risk_control.risk_id')
    .leftJoin('risk_state as state', 'state.id', 'risk.id')
    .where('risk_control.control_id', '=', controlId)
    .select([
      'risk.id',
      'risk.number',
      'risk.title',
      'risk.status',
      'risk_control.effect',
      'risk_control.reduction_low',
      'risk_control.reduction_high',
      'state.proven_minor',
      'state.gap_minor',
    ])
    .orderBy('risk.number')
    .orderBy('risk_control.effect')
    .execute()
  return [...Map.groupBy(links, (link) => link.id).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { id, number, title, status } = first
    const effects = group.map((link) => ({
      effect: link.effect as 'frequency' | 'loss',
      reductionLow: link.reduction_low,
      reductionHigh: link.reduction_high,
    }))
    return [{ id, number, title, status, effects, provenMinor: first.proven_minor, gapMinor: first.gap_minor }]
  })
}

export async function findObligations(db: Reader, controlId: string): Promise<Control['obligations']> {
  const rows = await db
    .selectFrom('obligation_control')
    .innerJoin('obligation', 'obligation.id', 'obligation_control.obligation_id')
    .where('obligation_control.control_id', '=', controlId)
    .select(['obligation.id', 'obligation.number', 'obligation.title', 'obligation.kind'])
    .orderBy('obligation.number')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as 'law' | 'contract' | 'promise' }))
}
