import type { RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { SoaRisk, SoaSnapshot } from '@sinew/core/soa/soa-snapshot.ts'
import { keptChain, pastChain } from '../chain/kept-chain.ts'
import { loadControls } from '../chain/load-controls.ts'
import { loadDecisions } from '../chain/load-decisions.ts'
import { loadPinnedControlIds } from '../chain/load-pinned.ts'
import { loadAssets, loadCollectors, loadObligations, loadPeople } from '../chain/load-registers.ts'
import { loadActions } from '../chain/load-risks.ts'
import type { SnapshotSource } from '../chain/load-snapshot.ts'
import type { Reader } from '../context.ts'

/**
 * What the statement is derived from at the instant that is asked about. While no change waits to be worked out, that is what was
 * worked out last; only what is pinned, and which decisions are new, depends on approvals, which nothing is worked out for.
 */
export async function soaSnapshotFor(source: SnapshotSource, organizationId: string): Promise<SoaSnapshot> {
  const { db, asOf } = source
  if (asOf !== null) return (await pastChain(db, asOf)).snapshot
  const kept = (await isAnythingWaiting(db)) ? null : await keptChain(db)
  if (kept === null) return loadSoaSnapshot(source, organizationId)
  const { snapshot } = kept
  return {
    ...snapshot,
    decisions: await loadDecisions(source, snapshot.controls, snapshot.collectors),
    pinnedControlIds: await loadPinnedControlIds(source.db),
  }
}

async function isAnythingWaiting(db: Reader): Promise<boolean> {
  return (await db.selectFrom('pending_change').select('request_id').limit(1).executeTakeFirst()) !== undefined
}

/** What the statement is derived from: the chain without what risks cost and who accepted them. */
export async function loadSoaSnapshot(source: SnapshotSource, organizationId: string): Promise<SoaSnapshot> {
  const { db } = source
  const controls = await loadControls(source)
  const collectors = await loadCollectors(db)
  return {
    organizationId,
    methodology: { version: await loadMethodologyVersion(db) },
    controls,
    risks: await loadTreatedRisks(db),
    obligations: await loadObligations(db),
    assets: await loadAssets(db),
    people: await loadPeople(db),
    actions: await loadActions(db),
    collectors,
    decisions: await loadDecisions(source, controls, collectors),
    pinnedControlIds: await loadPinnedControlIds(db),
  }
}

/** Open risks with the controls that treat them; joined here, because two pasts joined in the database are slow. */
async function loadTreatedRisks(db: Reader): Promise<readonly SoaRisk[]> {
  const links = await db.selectFrom('risk_control').select(['risk_id', 'control_id']).execute()
  const linksOf = Map.groupBy(links, (link) => link.risk_id)
  const rows = await db
    .selectFrom('risk')
    .select(['id', 'number', 'title', 'status'])
    .where('status', '<>', 'closed')
    .execute()
  return rows.map(({ status, ...row }) => ({
    ...row,
    status: status as RiskInput['status'],
    links: (linksOf.get(row.id) ?? []).map((link) => ({ controlId: link.control_id })),
  }))
}

/** As the whole snapshot counts it: 0 while no version of the methodology is in force. */
async function loadMethodologyVersion(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('methodology')
    .select('version_number')
    .where('status', '=', 'approved')
    .executeTakeFirst()
  return row?.version_number ?? 0
}
