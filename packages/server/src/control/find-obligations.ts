import type { Control } from '@sinew/contract/control/control-contract.ts'
import type { Reader } from '../context.ts'

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
