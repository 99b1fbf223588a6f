import { waitingUpdates } from '../back-test/waiting-updates.ts'
import { derivedChain } from '../chain/current-chain.ts'
import { derivedWork } from './derived-work.ts'
import type { WorkRow } from './work-columns.ts'

/** Estimates that what happened since has shown to be too low, until their owner decides on the proposal. */
export async function rateUpdateWork(ctx: Parameters<typeof derivedChain>[0]) {
  // Nothing that cost something happened: there is no proposal, and no need to look at the chain.
  const loss = await ctx.db.selectFrom('risk_occurrence').select('id').where('kind', '=', 'loss').limit(1).execute()
  if (loss.length === 0) return []
  const { snapshot, chain } = await derivedChain(ctx)
  const updates = await waitingUpdates(ctx.db, snapshot, chain)
  return derivedWork(
    ctx.db,
    updates.map(
      ({ id, ref, title, personId, sentence }): WorkRow => ({
        key: `rate_update ${id}`,
        kind: 'rate_update',
        entity: 'risk',
        entity_id: id,
        ref,
        title,
        what: 'Decide on the rate',
        due_at: null,
        shown_from: null,
        person_id: personId,
        role: 'manager',
        worth_minor: null,
        note: sentence,
      }),
    ),
  )
}
