import type { Acceptance } from '@sinew/contract/acceptance/acceptance-contract.ts'
import type { Reader, Writer } from '../context.ts'
import { notFound } from '../errors.ts'

type AcceptanceRow = Awaited<ReturnType<typeof lockAcceptance>>

function toAcceptance(row: AcceptanceRow): Acceptance {
  return {
    id: row.id,
    version: row.version,
    riskId: row.risk_id,
    status: row.status as Acceptance['status'],
    acceptedByPersonId: row.accepted_by_person_id,
    acceptedByName: row.accepted_by_name,
    acceptedAt: row.accepted_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    rationale: row.rationale,
    // Written by acceptRisk alone, and kept as it was by the database.
    pinned: row.pinned as Acceptance['pinned'],
    endedAt: row.ended_at?.toISOString() ?? null,
    endReasons: row.end_reasons as Acceptance['endReasons'],
  }
}

/** The newest first. */
export async function findAcceptances(db: Reader, riskId: string): Promise<Acceptance[]> {
  const rows = await db
    .selectFrom('risk_acceptance')
    .selectAll()
    .where('risk_id', '=', riskId)
    .orderBy('accepted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toAcceptance)
}

export async function getAcceptance(db: Reader, acceptanceId: string): Promise<Acceptance> {
  const row = await db.selectFrom('risk_acceptance').selectAll().where('id', '=', acceptanceId).executeTakeFirst()
  if (!row) throw notFound('acceptance')
  return toAcceptance(row)
}

export async function lockAcceptance(tx: Writer, acceptanceId: string) {
  const row = await tx
    .selectFrom('risk_acceptance')
    .selectAll()
    .where('id', '=', acceptanceId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('acceptance')
  return row
}
