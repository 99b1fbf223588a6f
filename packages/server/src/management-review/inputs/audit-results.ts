import { sql } from 'kysely'
import type { Collect } from './collect.ts'

/** 9.3.2 d 3: what internal audits reported, and what is still to be audited. */
export const auditResults: Collect = async (db, { since, at }) => {
  const { rows } = await sql<{
    number: number
    title: string
    conclusion: string
    major: number
    minor: number
    opportunity: number
  }>`
    select a.number, a.title, a.conclusion,
      count(f.id) filter (where f.grade = 'major')::int as major,
      count(f.id) filter (where f.grade = 'minor')::int as minor,
      count(f.id) filter (where f.grade = 'opportunity')::int as opportunity
    from audit a left join audit_finding f on f.audit_id = a.id
    where a.reported_at > ${since} group by a.number, a.title, a.conclusion order by a.number`.execute(db)
  const late = await db
    .selectFrom('audit')
    .select('number')
    .where('reported_at', 'is', null)
    .where('ends_at', '<', at)
    .orderBy('number')
    .execute()
  const reported = rows.map(
    ({ number, title, conclusion, major, minor, opportunity }) =>
      `AU-${number} ${title}: ${major} major, ${minor} minor, ${opportunity} opportunities. ${conclusion}`,
  )
  return [
    ...(reported.length === 0 ? ['No internal audit was reported since the review before.'] : reported),
    ...late.map(({ number }) => `Late: AU-${number} should have been reported.`),
  ]
}
