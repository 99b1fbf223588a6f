import type { Risk } from '@sinew/contract/risk/risk-contract.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/** What a register shows of the rows that hang on a risk. */
export type RiskRelations = Pick<
  Risk,
  'controlCount' | 'assetCount' | 'openActionCount' | 'overdueActionCount' | 'acceptance'
>

export const noRelations: RiskRelations = {
  controlCount: 0,
  assetCount: 0,
  openActionCount: 0,
  overdueActionCount: 0,
  acceptance: null,
}

/**
 * For the risks of one page. Apart from the page's own query on purpose: joined there, each table would be grouped over the
 * whole organisation, and in the past once a row.
 */
export async function findRiskRelations(
  db: Reader,
  riskIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, RiskRelations>> {
  if (riskIds.length === 0) return new Map()
  const controls = new Map((await countControls(db, riskIds)).map((row) => [row.risk_id, Number(row.n)]))
  const assets = new Map((await countAssets(db, riskIds)).map((row) => [row.risk_id, Number(row.n)]))
  const actions = new Map((await countOpenActions(db, riskIds, at)).map((row) => [row.risk_id, row]))
  const acceptances = new Map((await newestAcceptances(db, riskIds)).map((row) => [row.risk_id, row]))
  return new Map(
    riskIds.map((riskId) => [
      riskId,
      {
        controlCount: controls.get(riskId) ?? 0,
        assetCount: assets.get(riskId) ?? 0,
        openActionCount: Number(actions.get(riskId)?.open ?? 0),
        overdueActionCount: Number(actions.get(riskId)?.overdue ?? 0),
        acceptance: standingOf(acceptances.get(riskId)),
      },
    ]),
  )
}

function countControls(db: Reader, riskIds: readonly string[]) {
  return db
    .selectFrom('risk_control')
    .where('risk_id', 'in', riskIds)
    .groupBy('risk_id')
    .select((select) => ['risk_id', select.fn.count<number>('control_id').distinct().as('n')])
    .execute()
}

function countAssets(db: Reader, riskIds: readonly string[]) {
  return db
    .selectFrom('risk_asset')
    .where('risk_id', 'in', riskIds)
    .groupBy('risk_id')
    .select((select) => ['risk_id', select.fn.countAll<number>().as('n')])
    .execute()
}

function countOpenActions(db: Reader, riskIds: readonly string[], at: Date) {
  return db
    .selectFrom('treatment_action')
    .where('risk_id', 'in', riskIds)
    .where('status', '=', 'open')
    .groupBy('risk_id')
    .select((select) => [
      'risk_id',
      select.fn.countAll<number>().as('open'),
      sql<number>`count(*) filter (where due_at < ${at}::timestamptz)`.as('overdue'),
    ])
    .execute()
}

function newestAcceptances(db: Reader, riskIds: readonly string[]) {
  return db
    .selectFrom('risk_acceptance')
    .where('risk_id', 'in', riskIds)
    .distinctOn('risk_id')
    .orderBy('risk_id')
    .orderBy('accepted_at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'risk_id', 'status', 'accepted_by_name', 'accepted_at', 'expires_at'])
    .execute()
}

type AcceptanceRow = Awaited<ReturnType<typeof newestAcceptances>>[number]

function standingOf(row: AcceptanceRow | undefined): Risk['acceptance'] {
  if (row === undefined) return null
  return {
    id: row.id,
    status: row.status as NonNullable<Risk['acceptance']>['status'],
    acceptedByName: row.accepted_by_name,
    acceptedAt: row.accepted_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}
