import type { AuditCoverage } from '@sinew/contract/audit/audit-work-contract.ts'
import { type CoverRow, coverProgramme, yearsOf } from '@sinew/core/audit/coverage.ts'
import type { Context, Reader } from '../context.ts'
import { notFound } from '../errors.ts'
import { coverAudits, coverItems } from './cover-items.ts'

/** What a programme covers, as a matrix. */
export async function getCoverage(ctx: Context, programmeId: string): Promise<AuditCoverage> {
  const { rows, programme } = await loadCoverage(ctx.db, programmeId)
  const years = Array.from({ length: yearsOf(programme) }, (_, year) => ({
    from: yearLater(programme.startsAt, year),
    until: yearLater(programme.startsAt, year + 1),
  }))
  const open = rows.filter(({ isCovered, isExcepted }) => !isCovered && !isExcepted)
  return { years, rows: rows.map((row) => ({ ...row, cells: [...row.cells] })), uncovered: open.length }
}

function yearLater(day: string, years: number): string {
  const at = new Date(day)
  at.setUTCFullYear(at.getUTCFullYear() + years)
  return at.toISOString()
}

export async function loadCoverage(db: Reader, programmeId: string) {
  const row = await db.selectFrom('audit_programme').selectAll().where('id', '=', programmeId).executeTakeFirst()
  if (row === undefined) throw notFound('audit programme')
  const programme = {
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    clauseRhythm: row.clause_rhythm,
    criticalControls: row.critical_controls,
  }
  const items = await coverItems(db, { systemOwnerId: row.system_owner_id, responsibleId: row.responsible_id })
  const exceptions = await db
    .selectFrom('audit_exception')
    .select(['requirements', 'sites'])
    .where('programme_id', '=', programmeId)
    .execute()
  const rows: readonly CoverRow[] = coverProgramme(programme, items, await coverAudits(db, programmeId), exceptions)
  return { programme, rows }
}
