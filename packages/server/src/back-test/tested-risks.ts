import { backTestRisk, type RiskBackTest } from '@sinew/core/back-test/back-test-risk.ts'
import { type ProposedUpdate, proposeUpdate } from '@sinew/core/back-test/propose-update.ts'
import type { ChainSnapshot, RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { DerivedChain } from '@sinew/core/chain/derive-chain.ts'
import { sql } from 'kysely'
import { derivedChain } from '../chain/current-chain.ts'
import type { Context } from '../context.ts'
import { loadDismissed } from './load-dismissed.ts'
import { loadEstimates } from './load-estimates.ts'
import { loadKept } from './load-kept.ts'
import { loadRecords, type Records } from './load-records.ts'
import { sharesIn } from './shares-in.ts'

type Asked = Pick<Context, 'db' | 'asOf' | 'now'>

export type TestedRisk = {
  readonly risk: RiskInput
  readonly test: RiskBackTest
  /** What its owner could decide on, whether somebody dismissed it or not. */
  readonly proposal: ProposedUpdate | null
  readonly isDismissed: boolean
}

export type TestedRisks = {
  readonly snapshot: ChainSnapshot
  readonly chain: DerivedChain
  readonly records: Records
  /** Risks with events or watched time. */
  readonly risks: readonly TestedRisk[]
}

/** Worked out once for a chain and what is recorded beside it; the chain is kept in memory under its own version. */
const known = new WeakMap<ChainSnapshot, { readonly stamp: string; readonly tested: TestedRisks }>()

/** Every risk that anything is recorded of, held against what was forecast. */
export async function testedRisks(ctx: Asked): Promise<TestedRisks> {
  const { snapshot, chain } = await derivedChain(ctx)
  const stamp = ctx.asOf === null ? await stampOf(ctx) : null
  const found = known.get(snapshot)
  if (found !== undefined && found.stamp === stamp) return found.tested
  const records = await loadRecords(ctx.db)
  const estimates = await loadEstimates(ctx, records.riskIds, records.watchesAll)
  const kept = await loadKept(ctx, records.riskIds)
  const dismissed = await loadDismissed(ctx.db)
  const sharesOf = sharesIn(chain)
  const { maxReduction } = snapshot.methodology
  const named = new Set(records.riskIds)
  const risks = snapshot.risks
    .filter(({ id }) => records.watchesAll || named.has(id))
    .map((risk): TestedRisk => {
      const input = records.of(risk.id)
      const proposal = proposeUpdate(risk, input, sharesOf, maxReduction)
      const record = { risk, ...input, estimates: estimates.get(risk.id) ?? [], kept: kept.get(risk.id) ?? [] }
      return {
        risk,
        test: backTestRisk(record, sharesOf, maxReduction),
        proposal,
        isDismissed: proposal !== null && dismissed.has(`${risk.id} ${proposal.key}`),
      }
    })
  const tested = { snapshot, chain, records, risks }
  if (stamp !== null) known.set(snapshot, { stamp, tested })
  return tested
}

/** Changes with every row that is recorded, changed or removed. */
async function stampOf({ db }: Asked): Promise<string> {
  const rows = []
  for (const table of ['risk_occurrence', 'occurrence_watch', 'rate_update'] as const) {
    const row = await db
      .selectFrom(table)
      .select([
        sql<string>`concat(count(*), ' ', sum(${sql.ref(`${table}.version`)}), ' ', max(${sql.ref(`${table}.updated_at`)}))`.as(
          'stamp',
        ),
      ])
      .executeTakeFirst()
    rows.push(row?.stamp)
  }
  return rows.join(', ')
}
