import type { ExternalFindingFacts } from '@sinew/core/certification/certification-rules.ts'
import type { PlanTask } from '@sinew/core/certification/plan-network.ts'
import type { Reader } from '../context.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

export async function findingsOfAudit(db: Reader, externalAuditId: string): Promise<readonly ExternalFindingFacts[]> {
  const rows = await db
    .selectFrom('external_finding')
    .select(['number', 'grade', 'plan_accepted_at', 'verified_at'])
    .where('external_audit_id', '=', externalAuditId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    ref: `EF-${row.number}`,
    grade: row.grade,
    planAcceptedAt: iso(row.plan_accepted_at),
    verifiedAt: iso(row.verified_at),
  }))
}

export async function tasksOf(
  db: Reader,
  certificationId: string,
): Promise<readonly (PlanTask & { readonly id: string; readonly phase: string; readonly ownerId: string | null })[]> {
  const rows = await db
    .selectFrom('plan_task')
    .selectAll()
    .where('certification_id', '=', certificationId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ref: `PT-${row.number}`,
    title: row.title,
    phase: row.phase,
    ownerId: row.owner_id,
    plannedDays: row.planned_days,
    after: row.after,
    startedAt: iso(row.started_at),
    doneAt: iso(row.done_at),
  }))
}
