import type { Acceptance } from '@sinew/contract/acceptance/acceptance-contract.ts'
import type { Writer } from '../context.ts'

export type Ending = {
  readonly status: 'withdrawn' | 'renewed'
  readonly at: Date
  readonly reasons: Acceptance['endReasons']
}

/** Ends the valid acceptance of a risk, if there is one. What it was pinned to stays. */
export async function endAcceptance(tx: Writer, riskId: string, { status, at, reasons }: Ending): Promise<void> {
  await tx
    .updateTable('risk_acceptance')
    .set({ status, ended_at: at, end_reasons: JSON.stringify(reasons) })
    .where('risk_id', '=', riskId)
    .where('status', '=', 'valid')
    .execute()
}
