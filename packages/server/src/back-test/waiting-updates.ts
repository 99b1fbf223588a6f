import { proposeUpdate } from '@sinew/core/back-test/propose-update.ts'
import { updateAttention } from '@sinew/core/back-test/update-attention.ts'
import type { AttentionItem } from '@sinew/core/chain/attention.ts'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { DerivedChain } from '@sinew/core/chain/derive-chain.ts'
import type { Reader } from '../context.ts'
import { loadDismissed } from './load-dismissed.ts'
import { loadRecords } from './load-records.ts'
import { sharesIn } from './shares-in.ts'

/** Worse estimates that wait for a decision, in the risks' order. Only where something happened can there be one. */
export async function waitingUpdates(
  db: Reader,
  snapshot: ChainSnapshot,
  chain: DerivedChain,
): Promise<readonly AttentionItem[]> {
  const records = await loadRecords(db)
  if (records.occurrences.length === 0) return []
  const dismissed = await loadDismissed(db)
  const named = new Set(records.riskIds)
  const sharesOf = sharesIn(chain)
  return snapshot.risks.flatMap((risk) => {
    const input = records.of(risk.id)
    if (!named.has(risk.id) || !input.occurrences.some(({ kind }) => kind === 'loss')) return []
    const proposal = proposeUpdate(risk, input, sharesOf, snapshot.methodology.maxReduction)
    if (proposal === null || dismissed.has(`${risk.id} ${proposal.key}`)) return []
    const item = updateAttention(risk, proposal)
    return item === null ? [] : [item]
  })
}
