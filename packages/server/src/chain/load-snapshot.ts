import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { Reader } from '../context.ts'
import { loadControls } from './load-controls.ts'
import { loadDecisions } from './load-decisions.ts'
import { loadMethodology } from './load-methodology.ts'
import { loadPinnedControlIds } from './load-pinned.ts'
import { loadPolicies } from './load-policies.ts'
import { loadAssets, loadCollectors, loadObligations, loadPeople } from './load-registers.ts'
import { loadAcceptances, loadActions, loadRisks } from './load-risks.ts'
import { loadSetting } from './load-setting.ts'

/** What a reader of the past is given besides `db`: the instant, where the query cannot be rewritten (the ledger itself). */
export type SnapshotSource = { readonly db: Reader; readonly asOf: Date | null }

/**
 * The whole living chain of the organisation this transaction is in, as plain data, in a fixed number of queries whatever its
 * size. `db` may read the past; run it in one transaction of one snapshot, so that its parts agree with each other.
 */
export async function loadSnapshot({ db, asOf }: SnapshotSource): Promise<ChainSnapshot> {
  const setting = await loadSetting(db)
  const controls = await loadControls({ db, asOf })
  const collectors = await loadCollectors(db)
  return {
    organizationId: setting.organizationId,
    currency: setting.currency,
    methodology: await loadMethodology(db, setting),
    controls,
    risks: await loadRisks(db),
    obligations: await loadObligations(db),
    assets: await loadAssets(db),
    people: await loadPeople(db),
    acceptances: await loadAcceptances(db),
    actions: await loadActions(db),
    collectors,
    policies: await loadPolicies(db),
    decisions: await loadDecisions({ db, asOf }, controls, collectors),
    pinnedControlIds: await loadPinnedControlIds(db),
  }
}
