import type { Collect } from './collect.ts'

/** 9.3.2 g: what could be better: proposed, under way, and what audits suggest. */
export const improvements: Collect = async (db, { since }) => {
  const rows = await db
    .selectFrom('improvement')
    .select(['number', 'title', 'state'])
    .where((where) => where.or([where('state', 'in', ['proposed', 'accepted']), where('done_at', '>', since)]))
    .orderBy('number')
    .execute()
  const suggested = await db
    .selectFrom('audit_finding')
    .innerJoin('audit', 'audit.id', 'audit_finding.audit_id')
    .select(['audit_finding.number', 'audit_finding.title'])
    .where('grade', '=', 'opportunity')
    .where('audit.reported_at', '>', since)
    .orderBy('audit_finding.number')
    .execute()
  const lines = [
    ...rows.map(
      ({ number, title, state }) => `${state.charAt(0).toUpperCase()}${state.slice(1)}: IM-${number} ${title}`,
    ),
    ...suggested.map(({ number, title }) => `Suggested by an audit: F-${number} ${title}`),
  ]
  return lines.length === 0 ? ['No opportunity is recorded since.'] : lines
}
