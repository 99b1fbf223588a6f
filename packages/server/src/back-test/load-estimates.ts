import type { EstimateInForce } from '@sinew/core/back-test/back-test-risk.ts'
import { lossLawOf } from '@sinew/core/loss/loss-law.ts'
import { sql } from 'kysely'
import { inGroups } from '../chain/in-groups.ts'
import type { Context, Reader } from '../context.ts'

type Estimated = {
  readonly risk_id: string
  readonly at: Date
  readonly frequency_low: number | null
  readonly frequency_high: number | null
  readonly loss_low_minor: number | null
  readonly loss_high_minor: number | null
  readonly loss_cap_minor: number | null
  readonly assessed_by: string | null
  readonly assessed_by_name: string | null
}

/**
 * The estimates of risks in the times that they were in force. Of the risks that are named, from the ledger: a forecast is what was said before; of all others today's,
 * from when it was made.
 */
export async function loadEstimates(
  { db, asOf }: Pick<Context, 'db' | 'asOf'>,
  riskIds: readonly string[],
  all: boolean,
): Promise<ReadonlyMap<string, readonly EstimateInForce[]>> {
  const past = await loadPast(db, riskIds, asOf)
  const today = all ? await loadToday(db) : []
  const named = new Set(riskIds)
  const rows = [...today.filter((row) => !named.has(row.risk_id)), ...past]
  const groups = inGroups(
    rows,
    (row) => row.risk_id,
    (row) => row,
  )
  return new Map([...groups].map(([id, estimates]) => [id, inForce(estimates)]))
}

function loadToday(db: Reader): Promise<readonly Estimated[]> {
  return db
    .selectFrom('risk')
    .select(['id as risk_id', 'frequency_low', 'frequency_high', 'loss_low_minor', 'loss_high_minor', 'loss_cap_minor'])
    .select(['assessed_by', 'assessed_by_name'])
    .select((select) => select.fn.coalesce('estimated_at', 'created_at').as('at'))
    .execute()
}

/** Every version of a risk whose estimate is another than that of the version before. */
async function loadPast(db: Reader, riskIds: readonly string[], asOf: Date | null): Promise<readonly Estimated[]> {
  if (riskIds.length === 0) return []
  const number = (column: string) => sql<number | null>`(row ->> ${sql.lit(column)})::double precision`
  const text = (column: string) => sql<string | null>`row ->> ${sql.lit(column)}`
  const estimate = sql`jsonb_build_array(row -> 'frequency_low', row -> 'frequency_high', row -> 'loss_low_minor', row -> 'loss_high_minor', row -> 'loss_cap_minor', row -> 'assessed_by')`
  let versions = db
    .selectFrom('revision')
    .select(['revision.entity_id as risk_id', 'revision.at', 'revision.seq', 'revision.row'])
    .select([
      sql<boolean>`${estimate} is distinct from lag(${estimate}) over (partition by entity_id order by seq)`.as(
        'differs',
      ),
    ])
    .where('entity', '=', 'risk')
    .where('operation', '<>', 'delete')
    .where(sql<boolean>`revision.entity_id = any (${riskIds}::uuid[])`)
  if (asOf !== null) versions = versions.where('revision.at', '<=', asOf)
  return db
    .selectFrom(versions.as('version'))
    .select(['version.risk_id', 'version.at'])
    .select([number('frequency_low').as('frequency_low'), number('frequency_high').as('frequency_high')])
    .select([number('loss_low_minor').as('loss_low_minor'), number('loss_high_minor').as('loss_high_minor')])
    .select([number('loss_cap_minor').as('loss_cap_minor')])
    .select([text('assessed_by').as('assessed_by'), text('assessed_by_name').as('assessed_by_name')])
    .where('version.differs', '=', true)
    .orderBy('version.risk_id')
    .orderBy('version.seq')
    .execute()
}

function inForce(rows: readonly Estimated[]): readonly EstimateInForce[] {
  return rows.flatMap((row, i) => {
    const { frequency_low, frequency_high, loss_low_minor, loss_high_minor } = row
    if (frequency_low === null || frequency_high === null || loss_low_minor === null || loss_high_minor === null)
      return []
    const estimate = {
      frequency: { low: frequency_low, high: frequency_high },
      lossMinor: { low: loss_low_minor, high: loss_high_minor },
      lossCapMinor: row.loss_cap_minor,
    }
    if (lossLawOf(estimate) === null) return []
    return [
      {
        ...estimate,
        from: row.at.getTime(),
        until: rows[i + 1]?.at.getTime() ?? Number.POSITIVE_INFINITY,
        assessedBy: row.assessed_by,
        assessedByName: row.assessed_by_name,
      },
    ]
  })
}
