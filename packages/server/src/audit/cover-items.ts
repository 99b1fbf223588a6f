import type { CoverAudit, CoverItem } from '@sinew/core/audit/coverage.ts'
import { clauseItems } from '@sinew/core/catalogue/clauses.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'

type Owners = { readonly systemOwnerId: string | null; readonly responsibleId: string | null }

/** Everything a programme has to cover, with its owners: clause items, applicable controls, sites in scope. */
export async function coverItems(db: Reader, { systemOwnerId, responsibleId }: Owners): Promise<readonly CoverItem[]> {
  const controls = await db
    .selectFrom('control')
    .select(['ref', 'title', 'owner_id'])
    .where('applicable', '=', true)
    .orderBy('sort_key')
    .execute()
  const sites = await db
    .selectFrom('site')
    .select(['number', 'name', 'owner_id'])
    .where('in_scope', '=', true)
    .orderBy('number')
    .execute()
  const owned = (...ids: readonly (string | null)[]) => ids.filter((id) => id !== null)
  return [
    ...clauseItems.map(({ id, title }): CoverItem => {
      // Whoever runs the programme answers for clause 9.2 itself.
      const ownerIds = id.startsWith('9.2') ? owned(systemOwnerId, responsibleId) : owned(systemOwnerId)
      return { kind: 'clause', ref: id, title, ownerIds }
    }),
    ...controls.map(({ ref, title, owner_id }): CoverItem => {
      return { kind: 'control', ref, title, ownerIds: owned(owner_id) }
    }),
    ...sites.map(({ number, name, owner_id }): CoverItem => {
      return { kind: 'site', ref: `SI-${number}`, title: name, ownerIds: owned(owner_id) }
    }),
  ]
}

/** The owners of an audit's clauses: those of its programme. */
export async function ownersFor(db: Reader, programmeId: string | null): Promise<Owners> {
  if (programmeId === null) return { systemOwnerId: null, responsibleId: null }
  const programme = await db
    .selectFrom('audit_programme')
    .select(['system_owner_id', 'responsible_id'])
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  return { systemOwnerId: programme.system_owner_id, responsibleId: programme.responsible_id }
}

/** The audits of a programme with whoever judges in them. */
export async function coverAudits(db: Reader, programmeId: string): Promise<readonly CoverAudit[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'number', 'starts_at', 'state', 'clauses', 'controls', 'sites'])
    .select(
      sql<
        string[]
      >`array(select person_id from audit_auditor a where a.audit_id = audit.id and a.role in ('lead', 'auditor'))`.as(
        'auditors',
      ),
    )
    .where('programme_id', '=', programmeId)
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ref: `AU-${row.number}`,
    startsAt: row.starts_at.toISOString(),
    state: row.state,
    clauses: row.clauses,
    controls: row.controls,
    sites: row.sites,
    auditorIds: row.auditors,
  }))
}
