import type { Reader } from '../context.ts'

/** Proposals that somebody decided against, as `risk key`. */
export async function loadDismissed(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('rate_update')
    .select(['risk_id', 'proposal_fingerprint'])
    .where('decision', '=', 'dismissed')
    .execute()
  return new Set(rows.map((row) => `${row.risk_id} ${row.proposal_fingerprint}`))
}
