import type { CertificationCycle } from '@sinew/contract/certification/cycle-contract.ts'
import { auditDays } from '@sinew/core/certification/audit-days.ts'
import { deadlinesOf, findingClock } from '@sinew/core/certification/deadlines.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

/** The deadlines of a cycle as of now, the clocks of the body's findings, and the audit days by the public table. */
export async function getCycle(ctx: Context, certificationId: string): Promise<CertificationCycle> {
  const cycle = await ctx.db
    .selectFrom('certification')
    .selectAll()
    .where('id', '=', certificationId)
    .executeTakeFirst()
  if (cycle === undefined) throw notFound('certification cycle')
  const audits = await ctx.db
    .selectFrom('external_audit')
    .select(['id', 'kind', 'state', 'starts_at', 'ends_at'])
    .where('certification_id', '=', certificationId)
    .orderBy('starts_at')
    .execute()
  const findings = await ctx.db
    .selectFrom('external_finding')
    .innerJoin('external_audit', 'external_audit.id', 'external_finding.external_audit_id')
    .select([
      'external_finding.number',
      'external_finding.title',
      'grade',
      'term_at',
      'plan_accepted_at',
      'verified_at',
      'kind',
      'ends_at',
    ])
    .where('external_audit.certification_id', '=', certificationId)
    .orderBy('external_finding.number')
    .execute()
  const facts = audits.map(({ kind, state, starts_at, ends_at }) => ({
    kind,
    state,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }))
  const dates = { decidedAt: iso(cycle.decided_at), expiresAt: iso(cycle.expires_at) }
  return {
    deadlines: [...deadlinesOf(dates, facts, (ctx.asOf ?? ctx.now).getTime())],
    clocks: findings.flatMap((row) => {
      const finding = {
        grade: row.grade,
        termAt: iso(row.term_at),
        planAcceptedAt: iso(row.plan_accepted_at),
        verifiedAt: iso(row.verified_at),
      }
      const clock = findingClock(finding, { kind: row.kind, endsAt: row.ends_at.toISOString() })
      return clock === null ? [] : [{ ref: `EF-${row.number}`, title: row.title, grade: row.grade, ...clock }]
    }),
    auditDays: cycle.persons === null ? null : auditDays(cycle.persons, cycle.adjustment_percent ?? 0),
  }
}
