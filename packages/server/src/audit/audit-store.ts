import type { CheckFacts, FindingFacts } from '@sinew/core/audit/audit-rules.ts'
import type { Reader } from '../context.ts'

export async function auditorsOf(db: Reader, auditId: string) {
  const rows = await db
    .selectFrom('audit_auditor')
    .innerJoin('person', 'person.id', 'audit_auditor.person_id')
    .leftJoin('person as decider', 'decider.id', 'audit_auditor.exception_by_id')
    .select([
      'person_id',
      'role',
      'title',
      'exception_reason',
      'exception_by_id',
      'person.name',
      'decider.name as decider',
    ])
    .where('audit_id', '=', auditId)
    .orderBy('audit_auditor.number')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    role: row.role,
    competence: row.title,
    exceptionReason: row.exception_reason,
    exceptionById: row.exception_by_id,
    exceptionByName: row.decider,
  }))
}

export async function checksOf(
  db: Reader,
  auditId: string,
): Promise<
  readonly (CheckFacts & { readonly title: string; readonly interviewed: string; readonly sample: string })[]
> {
  const rows = await db
    .selectFrom('audit_check')
    .selectAll()
    .where('audit_id', '=', auditId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    requirement: row.requirement,
    title: row.title,
    result: row.result,
    notes: row.notes,
    interviewed: row.interviewed,
    sample:
      row.sample_size === null
        ? ''
        : `${row.sample_size} of ${row.sample_population} ${row.sample_of}, seed “${row.sample_seed}”: ${row.sample_chosen.join(', ')}`,
  }))
}

export async function findingsOf(
  db: Reader,
  auditId: string,
): Promise<
  readonly (FindingFacts & {
    readonly title: string
    readonly id: string
    readonly ownerId: string | null
    readonly nonconformityId: string | null
  })[]
> {
  const rows = await db
    .selectFrom('audit_finding')
    .selectAll()
    .where('audit_id', '=', auditId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ref: `F-${row.number}`,
    title: row.title,
    grade: row.grade,
    requirements: row.requirements,
    requirement: row.requirement,
    seen: row.seen,
    gap: row.gap,
    ownerId: row.owner_id,
    nonconformityId: row.nonconformity_id,
  }))
}

export async function evidenceOf(db: Reader, auditId: string) {
  const rows = await db
    .selectFrom('audit_evidence')
    .selectAll()
    .where('audit_id', '=', auditId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    ref: `AE-${row.number}`,
    title: row.title,
    requirements: row.requirements,
    seenAt: row.seen_at.toISOString(),
    source: row.source,
    hash: row.content_hash,
  }))
}

/** The nonconformities that an audit's findings opened. */
export async function nonconformitiesOf(db: Reader, auditId: string) {
  const rows = await db
    .selectFrom('audit_finding')
    .innerJoin('nonconformity', 'nonconformity.id', 'audit_finding.nonconformity_id')
    .select(['nonconformity.number', 'nonconformity.state'])
    .where('audit_id', '=', auditId)
    .orderBy('nonconformity.number')
    .execute()
  return rows.map(({ number, state }) => ({ ref: `NC-${number}`, state }))
}
