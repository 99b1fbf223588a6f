import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { DerivedChain } from '@sinew/core/chain/derive-chain.ts'
import type { DerivedControl } from '@sinew/core/control/derive-control.ts'
import type { Worth } from '@sinew/core/evidence/worth.ts'
import { isSame } from '@sinew/core/movement/same.ts'
import type { DerivedRisk } from '@sinew/core/risk/derive-risk.ts'
import type { Writer } from '../context.ts'
import { insertRows } from './insert-rows.ts'
import { portfolioRow } from './portfolio-row.ts'
import { toMinor } from './to-minor.ts'

/**
 * Writes down what was derived, where it differs from what is written; rows that say the same stay untouched, so that the
 * ledger grows with what moved. Returns how many rows were written or removed.
 */
export async function writeStates(tx: Writer, snapshot: ChainSnapshot, derived: DerivedChain): Promise<number> {
  const controls = derived.controls.map((control) => controlRow(control, derived.worth))
  const risks = derived.risks.flatMap((risk) => riskRow(risk))
  return (
    (await writeControls(tx, controls)) + (await writeRisks(tx, risks)) + (await writePortfolio(tx, snapshot, derived))
  )
}

function controlRow(control: DerivedControl, { byControl, byNeed, treated, kept }: Worth) {
  const worth = kept.get(control.id)
  return {
    id: control.id,
    assurance: control.assurance,
    implemented_share: control.claimedShare,
    proof: control.proof,
    freshness: control.freshness,
    next_due_at: control.nextDueAt === null ? null : new Date(control.nextDueAt).toISOString(),
    gap_minor: toMinor(byControl.get(control.id) ?? 0),
    worth_claimed_minor: toMinor(worth?.claimedMinor ?? 0),
    worth_proven_minor: toMinor(worth?.provenMinor ?? 0),
    treated_minor: toMinor(treated.get(control.id) ?? 0),
    // What serves no priced risk is worth nothing in money, and has no entry.
    need_worth: Object.fromEntries(
      control.needs.flatMap(({ needId }) => {
        const worth = byNeed.get(needId)
        return worth === undefined ? [] : [[needId, toMinor(worth)]]
      }),
    ),
  }
}

async function writeControls(tx: Writer, rows: readonly ReturnType<typeof controlRow>[]): Promise<number> {
  const stored = await tx
    .selectFrom('control_state')
    .select(['id', 'assurance', 'implemented_share', 'proof', 'freshness', 'next_due_at', 'gap_minor', 'need_worth'])
    .select(['worth_claimed_minor', 'worth_proven_minor', 'treated_minor'])
    .execute()
  const before = new Map(stored.map((row) => [row.id, { ...row, next_due_at: row.next_due_at?.toISOString() ?? null }]))
  const changed = rows.filter((row) => !isSame(before.get(row.id), row))
  await insertRows(tx, 'control_state', changed, 'replace')
  return changed.length
}

/** A risk without a usable estimate has no row: an amount that is not known is not zero. */
function riskRow({ id, states, appetiteRatio }: DerivedRisk) {
  if (states === null) return []
  const { inherent, claimed, proven, target } = states
  const kept = (state: typeof proven) => ({
    frequency: 1 - state.frequencyReduction,
    loss: inherent.eventMinor > 0 ? state.eventMinor / inherent.eventMinor : 1,
  })
  const band = (state: typeof proven) => ({ likelihood: state.likelihoodBand, consequence: state.consequenceBand })
  return [
    {
      id,
      inherent_minor: toMinor(inherent.expectedMinor),
      claimed_minor: toMinor(claimed.expectedMinor),
      proven_minor: toMinor(proven.expectedMinor),
      target_minor: toMinor(target.expectedMinor),
      gap_minor: toMinor(proven.expectedMinor - claimed.expectedMinor),
      inherent_level: inherent.level as string,
      claimed_level: claimed.level as string,
      proven_level: proven.level as string,
      target_level: target.level as string,
      bands: { inherent: band(inherent), claimed: band(claimed), proven: band(proven), target: band(target) },
      appetite_ratio: appetiteRatio,
      kept: { claimed: kept(claimed), proven: kept(proven) },
    },
  ]
}

type RiskRow = ReturnType<typeof riskRow>[number]

async function writeRisks(tx: Writer, rows: readonly RiskRow[]): Promise<number> {
  const stored = await tx
    .selectFrom('risk_state')
    .select(['id', 'inherent_minor', 'claimed_minor', 'proven_minor', 'target_minor', 'gap_minor', 'bands'])
    .select(['inherent_level', 'claimed_level', 'proven_level', 'target_level', 'appetite_ratio', 'kept'])
    .execute()
  const before = new Map(stored.map((row) => [row.id, row]))
  const changed = rows.filter((row) => !isSame(before.get(row.id), row))
  await insertRows(tx, 'risk_state', changed, 'replace')
  const kept = new Set(rows.map((row) => row.id))
  const gone = [...before.keys()].filter((id) => !kept.has(id))
  if (gone.length > 0) await tx.deleteFrom('risk_state').where('id', 'in', gone).execute()
  return changed.length + gone.length
}

async function writePortfolio(tx: Writer, snapshot: ChainSnapshot, derived: DerivedChain): Promise<number> {
  const row = portfolioRow(snapshot, derived)
  const stored = await tx
    .selectFrom('portfolio_state')
    .select(['inherent_minor', 'claimed_minor', 'proven_minor', 'target_minor', 'gap_minor', 'summary'])
    .executeTakeFirst()
  if (isSame(stored, row)) return 0
  const values = { ...row, summary: JSON.stringify(row.summary), computed_at: new Date(derived.at) }
  await tx
    .insertInto('portfolio_state')
    .values({ organization_id: snapshot.organizationId, ...values })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(values))
    .execute()
  return 1
}
