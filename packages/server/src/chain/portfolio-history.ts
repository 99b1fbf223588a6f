import type { PortfolioPoint } from '@sinew/contract/chain/chain-contract.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

type RecordedTail = NonNullable<PortfolioPoint['tail']>
type RecordedBorne = NonNullable<PortfolioPoint['borne']>

/** The last figures of each day (UTC) on which they changed, oldest first, from the ledger. */
export async function portfolioHistory(
  { db, asOf }: Pick<Context, 'db' | 'asOf'>,
  since: Date | null,
): Promise<PortfolioPoint[]> {
  const day = sql`date_trunc('day', (revision.row ->> 'computed_at')::timestamptz, 'UTC')`
  const amount = (column: string) => sql<number>`(revision.row ->> ${sql.lit(column)})::bigint`
  let points = db
    .selectFrom('revision')
    .distinctOn(day)
    .select([
      sql<Date>`(revision.row ->> 'computed_at')::timestamptz`.as('at'),
      amount('claimed_minor').as('claimed'),
      amount('proven_minor').as('proven'),
      amount('gap_minor').as('gap'),
      sql<RecordedBorne | null>`nullif(revision.row -> 'summary' -> 'borne', 'null')`.as('borne'),
      sql<RecordedTail | null>`revision.row -> 'summary' -> 'tail'`.as('tail'),
    ])
    .where('revision.entity', '=', 'portfolio_state')
    .orderBy(day)
    .orderBy('revision.seq', 'desc')
  if (since !== null) points = points.where('revision.at', '>=', since)
  if (asOf !== null) points = points.where('revision.at', '<=', asOf)
  const rows = await points.execute()
  return rows.map((row) => ({
    at: row.at.toISOString(),
    claimedMinor: row.claimed,
    provenMinor: row.proven,
    gapMinor: row.gap,
    tail: row.tail === null ? null : { claimed: row.tail.claimed, proven: row.tail.proven },
    borne: row.borne === null ? null : toBorne(row.borne),
  }))
}

function toBorne({ policies, lossMinor, tail }: RecordedBorne): RecordedBorne {
  return {
    policies,
    lossMinor: { claimed: lossMinor.claimed, proven: lossMinor.proven },
    tail: { claimed: tail.claimed, proven: tail.proven },
  }
}
